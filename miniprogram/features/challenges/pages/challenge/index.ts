import type { ChallengePage } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import type { RefusalLine } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none, one } from '../../../../lib/screen/empty';
import { cardSheet } from '../../../../lib/screen/card-sheet';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { knownOrAskedMe, libraryToday } from '../../../../lib/session';
import { challengeActs, type ChallengeFacts } from '../../challenge-acts';
import { challengeView, type ChallengeView } from '../../challenge-view';

/** A reading challenge: its days, one's streak, one's team and words. */
Page(
  screen([given('eventId'), loads('challenges.show', challengeView), acts(challengeActs), cardSheet], {
    data: {
      title: '',
      about: none<string>(),
      figures: none<ChallengeView['figures'][number]>(),
      streak: '',
      cells: none<ChallengeView['cells'][number]>(),
      rules: none<string>(),
      because: none<RefusalLine>(),
      primary: one<ChallengeView['primary']>({ kind: 'none', text: '', note: '' }),
      medals: none<ChallengeView['medals'][number]>(),
      words: none<ChallengeView['words'][number]>(),
      team: one<ChallengeView['team']>(null),
      mayTeam: false,
      mayShare: false,
      today: '',
      makeUpsLeft: 0,
      books: none<ChallengePage['books'][number]>(),
      taken: false,
      sheet: one<'' | 'card'>(''),
    },
    asked() {
      return { eventId: this.data.eventId };
    },
    onShareAppMessage() {
      return { title: this.data.title || '阅读打卡', path: routes.challenge(this.data.eventId) };
    },
    facts(on: string): ChallengeFacts {
      const { eventId, books, mayShare, makeUpsLeft } = this.data;
      return { eventId, on, books, mayShare, makeUpsLeft };
    },
    /** Whoever has no card is told so before anything is asked. */
    async begin(id: string, on: string) {
      const me = await knownOrAskedMe();
      if (me && !me.reader) this.setData({ sheet: 'card' });
      else await this.start(id, this.facts(on));
    },
    async primary() {
      const { primary, today, eventId } = this.data;
      if (primary.kind === 'register') open(routes.event(eventId));
      else if (primary.kind !== 'none') await this.begin(primary.kind === 'say' ? 'say' : 'checkIn', today);
    },
    async tapDay(tap: WechatMiniprogram.TouchEvent) {
      const cell = this.data.cells[Number(dataOf(tap).place)];
      if (cell?.open) await this.begin('makeUp', cell.on);
    },
    async beginAct(tap: WechatMiniprogram.TouchEvent) {
      const { act: id = '', on = '' } = dataOf(tap);
      await this.begin(id, on);
    },
    acted({ value }: Acted<ChallengeFacts, typeof challengeActs>) {
      this.setData({ ...challengeView(value, libraryToday()) });
    },
    async notActed() {
      await this.load();
    },
    copyCode() {
      wx.setClipboardData({ data: this.data.team?.code ?? '' });
    },
    seeNotes() {
      open(routes.challengeNotes(this.data.eventId));
    },
    seeMedals() {
      open(routes.medals);
    },
  }),
);
