import { childView, type ChildView } from '../../../../components/child-home/child-view';
import type { Output } from '../../../../lib/call';
import { maybe, one } from '../../../../lib/screen/empty';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { libraryToday } from '../../../../lib/session';

const home = loads('home.child', undefined, { keep: true });

/** What a child finds on their own home, for whoever acts for them. */
Page(
  screen([given('readerId'), home], {
    data: { child: maybe<ChildView>(), name: '', ageText: '', turn: one<number>(0) },
    asked() {
      return { readerId: this.data.readerId };
    },
    shown(child: Output<'home.child'>) {
      return {
        child: childView(child, libraryToday(), Date.now()),
        ...{ name: child.name, ageText: `${child.age} 岁 · 按年龄选的书单、新书和活动` },
      };
    },
    loaded() {
      this.setData({ turn: this.data.turn + 1 });
    },
  }),
);
