import type { FamilyMember } from '../../../typings/contract';
import { act, ask } from '../../lib/call';
import { FAMILY, memberRow, type MemberRow } from '../../lib/family';
import { keep, kept } from '../../lib/keep';
import { load } from '../../lib/load';
import { elderMode, keepLook, lookNow, setElderMode } from '../../lib/look';
import { open, routes } from '../../lib/routes';
import { forgetReader, noteHome } from '../../lib/session';
import { tell } from '../../lib/tell';
import { meView, type MeView } from './me-view';

/** Rows by name, so that the markup names where a row goes and nothing else. */
const PLACES: Record<string, string> = {
  card: routes.card,
  family: routes.family,
  money: routes.money,
  history: routes.history,
  take: routes.takeLoan,
  lists: routes.myLists,
  preferences: routes.preferences,
  privacy: routes.privacy,
  loans: routes.myLoans,
  holds: routes.myHolds,
  events: routes.myEvents,
  inbox: routes.inbox,
  lectures: routes.lectures,
  settings: routes.settings,
  desk: routes.desk,
  apply: routes.apply,
  link: routes.link,
};

Page({
  data: {
    look: lookNow(),
    elder: elderMode(),
    state: { kind: 'loading' },
    card: null as MeView['card'],
    /** Children and other cards; empty when the reader is alone. */
    others: [] as MemberRow[],
    /** Cards to switch between. */
    cards: [] as MemberRow[],
    switching: false,
    busy: '',
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  async load() {
    // Home's answer holds the counts too: one call, and the last known one serves both tabs.
    const outcome = await load(this, {
      action: 'home.show',
      input: {},
      keepAs: 'home.show',
      show: (home) => ({ ...meView(home) }),
    });
    if (outcome.kind !== 'value') return;
    noteHome(outcome.value);
    if (outcome.value.me.reader) await this.loadFamily();
    else this.setData({ others: [], cards: [] });
  },
  /** The family comes after the page: it is read only by those who have one. */
  async loadFamily() {
    const known = kept<{ list: FamilyMember[] }>(FAMILY);
    if (known && this.data.others.length === 0) this.showFamily(known.value.list);
    const outcome = await ask('account.family', {});
    if (outcome.kind !== 'value') return;
    keep(FAMILY, outcome.value);
    this.showFamily(outcome.value.list);
  },
  showFamily(list: FamilyMember[]) {
    const rows = list.map(memberRow);
    const cards = rows.filter(({ relation }) => relation !== 'child');
    this.setData({ others: rows.filter(({ acting }) => !acting), cards: cards.length > 1 ? cards : [] });
  },
  askSwitch() {
    this.setData({ switching: true });
  },
  stay() {
    this.setData({ switching: false });
  },
  async switchTo(event: WechatMiniprogram.TouchEvent) {
    const readerId = String(event.currentTarget.dataset.id);
    if (this.data.busy) return;
    if (this.data.cards.some((row) => row.readerId === readerId && row.acting)) return this.stay();
    this.setData({ busy: readerId });
    const outcome = await act('account.switchTo', { readerId });
    this.setData({ busy: '', switching: false });
    if (!tell(outcome, `已切换到${outcome.kind === 'value' ? outcome.value.name : ''}`)) return;
    forgetReader();
    this.setData({ others: [], cards: [] });
    await this.load();
  },
  /** One tap for large type: from this tab, without a way through the settings. */
  toggleElder() {
    setElderMode(!this.data.elder);
    keepLook(this);
  },
  go(event: WechatMiniprogram.TouchEvent) {
    const url = PLACES[String(event.currentTarget.dataset.to)];
    if (url) open(url);
  },
});
