import type { Talk, TalkLine } from '../../../../../typings/contract';
import { act, ask, type Outcome, type Output } from '../../../../lib/call';
import { actsOn } from '../../../../lib/acts';
import { refusalLines } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { follows } from '../../../../lib/screen/follows';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { searchFor } from '../../../../lib/search-for';
import { libraryToday } from '../../../../lib/session';
import { isTyping, lastOf, merged, toTheEnd } from '../../lines';
import { forget, send, unsentOf, write } from '../../outbox';
import { contextWords, lineRows, stateWords, type LineRow } from '../../talk-view';

const talk = loads('talks.show', undefined, { when: 'opened' });

const talkActs = actsOn<{ talkId: string }>()({
  close: {
    words: '结束咨询',
    sure: () => ({
      title: '结束这次咨询？',
      content: '结束后不能接着问，可以重新提问。',
      yes: '结束',
      no: '先不',
    }),
    run: ({ talkId }) => act('talks.close', { talkId }),
    done: () => '已结束',
  },
});

const FACES = ['很不满意', '不满意', '一般', '满意', '很满意'];

Page(
  screen([given('talkId'), talk, follows({ bells: ['me'] }), acts(talkActs)], {
    data: {
      talk: maybe<Talk>(),
      rows: none<LineRow>(),
      said: { text: '', note: '' },
      from: '',
      offline: false,
      /** Something that was not taken, to be changed and sent again. */
      given: '',
      faces: FACES,
      signs: ['😞', '🙁', '😐', '🙂', '😊'],
    },
    undrawn: () => ({ lines: none<TalkLine>(), typedAt: 0 }),
    asked() {
      return { talkId: this.data.talkId };
    },
    shown({ talk: it, lines }: Output<'talks.show'>) {
      this.undrawn.lines = merged(this.undrawn.lines, lines);
      toTheEnd();
      return this.drawn(it);
    },
    drawn(it: Talk) {
      const { talkId } = this.data;
      const told = lineRows(this.undrawn.lines, {
        side: 'reader',
        talk: it,
        today: libraryToday(),
        now: Date.now(),
      });
      const waiting = unsentOf(talkId).map(({ id, text, no }): LineRow => ({
        key: id,
        number: 0,
        side: 'me',
        by: '',
        text,
        card: null,
        when: '',
        mark: no ? '' : '正在发送',
        no,
        mayTakeBack: false,
      }));
      return { talk: it, rows: [...told, ...waiting], said: stateWords(it), from: contextWords(it.context) };
    },
    loaded() {
      void this.deliver();
    },
    /** A phone listens only while an answer may come. */
    waits() {
      const { talk: it } = this.data;
      return it?.state === 'waiting' || it?.state === 'talking';
    },
    async look() {
      if (!this.data.talk) return false;
      const { talkId } = this.data;
      const after = lastOf(this.undrawn.lines);
      const typing = isTyping(this.undrawn.typedAt, Date.now());
      await this.deliver();
      const outcome = await ask('talks.show', { talkId, after, typing });
      return this.took(outcome);
    },
    took(outcome: Outcome<Output<'talks.show'>>): boolean {
      if (outcome.kind !== 'value') {
        this.setData({ offline: outcome.kind === 'offline' });
        return false;
      }
      const { talk: it, lines } = outcome.value;
      const before = this.data.talk;
      const isNew = lines.length > 0 || it.state !== before?.state || it.otherTypes;
      this.undrawn.lines = merged(this.undrawn.lines, lines);
      this.setData({ ...this.drawn(it), offline: false });
      if (lines.length > 0) toTheEnd();
      return isNew;
    },
    /** Sends what waits on the phone; what the library does not take is said at its line. */
    async deliver() {
      const { talkId } = this.data;
      if (unsentOf(talkId).every(({ no }) => no !== '')) return;
      await send(talkId, (outcome) =>
        outcome.kind === 'refused' ? (refusalLines(outcome.refusals)[0]?.text ?? '') : '没有发出，请再试',
      );
    },
    typed() {
      this.undrawn.typedAt = Date.now();
    },
    async say(event: Said<{ text: string }>) {
      const it = this.data.talk;
      if (!it) return;
      write({ talkId: this.data.talkId, text: event.detail.text });
      this.undrawn.typedAt = 0;
      this.setData({ ...this.drawn(it), given: '' });
      toTheEnd();
      await this.lookSoon();
    },
    again(event: Said<{ key: string }>) {
      const line = unsentOf(this.data.talkId).find(({ id }) => id === event.detail.key);
      if (line) this.setData({ given: line.text });
      this.drop(event);
    },
    drop(event: Said<{ key: string }>) {
      forget(event.detail.key);
      if (this.data.talk) this.setData(this.drawn(this.data.talk));
    },
    async takeBack(event: Said<{ number: number }>) {
      const { talkId } = this.data;
      const { number } = event.detail;
      const done = await this.does('take', () => act('talks.takeBack', { talkId, number }), '已撤回');
      if (done) await this.lookSoon();
    },
    openCard(event: Said<{ kind: string; id: string }>) {
      const { kind, id } = event.detail;
      if (kind === 'title') open(routes.title(id));
      else searchFor(id);
    },
    askClose() {
      void this.start('close', { talkId: this.data.talkId });
    },
    async acted() {
      await this.lookSoon();
    },
    async rate(event: WechatMiniprogram.TouchEvent) {
      const { talkId } = this.data;
      const faces = Number(dataOf(event).faces);
      const done = await this.does('rate', () => act('talks.rate', { talkId, faces }), '谢谢您');
      if (done) await this.lookSoon();
    },
    askAgain() {
      wx.redirectTo({ url: routes.askLibrarian() });
    },
  }),
);
