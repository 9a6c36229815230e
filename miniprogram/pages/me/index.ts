import type { FamilyMember } from '../../../typings/contract';
import { askBeside } from '../../lib/beside';
import { act, type Outcome, type Output } from '../../lib/call';
import { memberRow, type MemberRow } from '../../lib/family';
import { keepLook, setElderMode } from '../../lib/look';
import { open, routes } from '../../lib/routes';
import { maybe, none } from '../../lib/screen/empty';
import { dataOf } from '../../lib/screen/event';
import { loads } from '../../lib/screen/loads';
import { screen } from '../../lib/screen/screen';
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
  wishes: routes.wishes,
  preferences: routes.preferences,
  privacy: routes.privacy,
  loans: routes.myLoans,
  holds: routes.myHolds,
  events: routes.myEvents,
  inbox: routes.inbox,
  talks: routes.talks,
  opinions: routes.opinions,
  lectures: routes.lectures,
  articles: routes.articles,
  settings: routes.settings,
  desk: routes.desk,
  apply: routes.apply,
  link: routes.link,
};

// Home's answer holds the counts too: one call, and the last known one serves both tabs.
const me = loads('home.show', (home) => meView(home), { keep: true });

Page(
  screen([me], {
    data: {
      card: maybe<MeView['card']>(),
      /** Children and other cards; empty when the reader is alone. */
      others: none<MemberRow>(),
      /** Cards to switch between. */
      cards: none<MemberRow>(),
      switching: false,
    },
    async loaded(outcome: Outcome<Output<'home.show'>>) {
      if (outcome.kind !== 'value') return;
      noteHome(outcome.value);
      if (outcome.value.me.reader) await this.loadFamily();
      else this.setData({ others: [], cards: [] });
    },
    /** The family comes after the page: it is read only by those who have one. */
    async loadFamily() {
      await askBeside('account.family', {}, ({ list }) => this.showFamily(list));
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
      const { id: readerId = '' } = dataOf(event);
      if (this.data.cards.some((row) => row.readerId === readerId && row.acting)) return this.stay();
      const outcome = await this.once(readerId, () => act('account.switchTo', { readerId }));
      if (!outcome) return;
      this.setData({ switching: false });
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
      const url = PLACES[dataOf(event).to ?? ''];
      if (url) open(url);
    },
  }),
);
