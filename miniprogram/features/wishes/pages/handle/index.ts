import type { DeskWish, LocalDate, WishAct } from '../../../../../typings/contract';
import { localDateOf, shortDate } from '../../../../lib/dates';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { handleActs } from '../../desk-acts';
import { heldRows, wishRows, type HeldRow, type WishRowView } from '../../wish-view';

interface WhyRow {
  key: number;
  why: string;
  when: string;
}

const shows = (wish: DeskWish, today: LocalDate) => {
  const [row] = wishRows([wish], today);
  const may = (act: WishAct) => wish.acts.includes(act);
  return {
    wish,
    row: row ?? null,
    held: heldRows(wish.held),
    whys: wish.whys.map(({ why, at }, key) => ({ key, why, when: shortDate(localDateOf(at), today) })),
    may: { consider: may('consider'), order: may('order'), arrive: may('arrive'), decline: may('decline') },
  };
};

/** One book that readers asked for, at the desk: why they want it, what the library has, what is decided. */
Page(
  screen([wide, given('wishId'), loads('wishDesk.show', shows), acts(handleActs), loadsAgain, opensTitle], {
    data: {
      wish: maybe<DeskWish>(),
      row: maybe<WishRowView>(),
      held: none<HeldRow>(),
      whys: none<WhyRow>(),
      may: { consider: false, order: false, arrive: false, decline: false },
    },
    asked() {
      return { wishId: this.data.wishId };
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      const { wish } = this.data;
      if (wish) void this.start(dataOf(event).act ?? '', wish);
    },
    catalogue() {
      open(routes.catalogue(this.data.wish?.isbn ?? ''));
    },
  }),
);
