import type { Outcome, Output } from '../../lib/call';
import { clock } from '../../lib/dates';
import { keepLook, setElderMode } from '../../lib/look';
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
    /** Counts the loads: what stands beside is asked for behind each. */
    data: { turn: 0 },
    loaded(outcome: Outcome<Output<'home.show'>>) {
      if (outcome.kind !== 'value') return;
      noteHome(outcome.value);
      this.setData({ turn: this.data.turn + 1 });
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
    /** One tap from the first screen, and back by the same. */
    toggleElder() {
      setElderMode(!this.data.elder);
      keepLook(this);
    },
    branches() {
      open(routes.branches);
    },
    card() {
      open(routes.card);
    },
    ask() {
      open(routes.askLibrarian());
    },
    inbox() {
      open(routes.inbox);
    },
    desk() {
      open(routes.desk);
    },
    loans(event: WechatMiniprogram.TouchEvent) {
      const { id } = dataOf(event);
      open(id ? routes.loansOf(id) : routes.myLoans);
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
    articles() {
      open(routes.articles);
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
