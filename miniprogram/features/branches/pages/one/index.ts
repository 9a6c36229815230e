import type { Output } from '../../../../lib/call';
import { routes } from '../../../../lib/routes';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { libraryToday } from '../../../../lib/session';
import { branchView } from '../../branch-view';

/** As many days stand on the page before the others are asked for. */
const WEEK = 7;

const branch = loads('branches.show', undefined, { keep: ({ branchId }) => `branch ${branchId}` });

/** A branch: open until when, how to get there, what stands on which floor. */
Page(
  screen([given('branchId'), branch], {
    data: {
      it: maybe<ReturnType<typeof branchView>>(),
      days: none<ReturnType<typeof branchView>['days'][number]>(),
      all: one<boolean>(false),
    },
    asked() {
      return { branchId: this.data.branchId };
    },
    shown(answer: Output<'branches.show'>) {
      const it = branchView(answer, libraryToday());
      return { it, days: this.data.all ? it.days : it.days.slice(0, WEEK) };
    },
    onShareAppMessage() {
      return { title: this.data.it?.name ?? '开放时间', path: routes.branch(this.data.branchId) };
    },
    unfold() {
      this.setData({ all: true, days: this.data.it?.days ?? [] });
    },
    openMap() {
      const { it } = this.data;
      if (it?.location) wx.openLocation({ ...it.location, name: it.name, address: it.address });
    },
    call() {
      const { it } = this.data;
      if (it) wx.makePhoneCall({ phoneNumber: it.phone, fail: () => undefined });
    },
  }),
);
