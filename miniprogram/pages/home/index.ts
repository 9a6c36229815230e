import type { Outcome, Output } from '../../lib/call';
import { clock } from '../../lib/dates';
import { open, routes } from '../../lib/routes';
import { dataOf } from '../../lib/screen/event';
import { loads } from '../../lib/screen/loads';
import { opensTitle } from '../../lib/screen/opens-title';
import { screen } from '../../lib/screen/screen';
import { searchScanned } from '../../lib/search-for';
import { noteHome } from '../../lib/session';
import { homeView } from './home-view';

const home = loads('home.show', (answer) => homeView(answer, hourNow()), { keep: true });

Page(
  screen([home, opensTitle], {
    loaded(outcome: Outcome<Output<'home.show'>>) {
      if (outcome.kind === 'value') noteHome(outcome.value);
    },
    search() {
      open(routes.search);
    },
    scan() {
      wx.scanCode({
        scanType: ['barCode', 'qrCode'],
        success: ({ result }) => searchScanned(result),
      });
    },
    inbox() {
      open(routes.inbox);
    },
    desk() {
      open(routes.desk);
    },
    loans() {
      open(routes.myLoans);
    },
    holds() {
      open(routes.myHolds);
    },
    apply() {
      open(routes.apply);
    },
    link() {
      open(routes.link);
    },
    me() {
      open(routes.me);
    },
    events() {
      open(routes.events);
    },
    lectures() {
      open(routes.lectures);
    },
    lists() {
      open(routes.lists);
    },
    openEvent(event: WechatMiniprogram.TouchEvent) {
      open(routes.event(dataOf(event).id ?? ''));
    },
    openLecture(event: WechatMiniprogram.TouchEvent) {
      open(routes.lecture(dataOf(event).id ?? ''));
    },
  }),
);

function hourNow(): number {
  return Number(clock(new Date().toISOString()).slice(0, 2));
}
