import type { DeskTalk, TalkLine } from '../../../../../typings/contract';
import { act, ask, type Output } from '../../../../lib/call';
import { moment } from '../../../../lib/dates';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { follows } from '../../../../lib/screen/follows';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { searchFor } from '../../../../lib/search-for';
import { libraryToday } from '../../../../lib/session';
import { answerActs } from '../../answer-acts';
import { isTyping, lastOf, merged, toTheEnd } from '../../lines';
import { contextWords, deskStateWords, lineRows, skillName, type LineRow } from '../../talk-view';

const talk = loads('talkDesk.show', undefined, { when: 'opened' });

Page(
  screen([wide, given('talkId'), talk, follows({ bells: ['me'] }), acts(answerActs)], {
    data: {
      talk: maybe<DeskTalk>(),
      rows: none<LineRow>(),
      who: '',
      words: '',
      from: '',
      /** Put back into the box when it was not sent. */
      given: '',
    },
    undrawn: () => ({ lines: none<TalkLine>(), typedAt: 0 }),
    asked() {
      return { talkId: this.data.talkId };
    },
    shown({ talk: it, lines }: Output<'talkDesk.show'>) {
      this.undrawn.lines = merged(this.undrawn.lines, lines);
      toTheEnd();
      return this.drawn(it);
    },
    drawn(it: DeskTalk) {
      const today = libraryToday();
      const { name, categoryName, child } = it.reader;
      return {
        talk: it,
        rows: lineRows(this.undrawn.lines, { side: 'staff', talk: it, today, now: Date.now() }),
        who: [name, child ? '少儿读者' : categoryName, skillName(it.skill)].filter(Boolean).join(' · '),
        words: deskStateWords(it, moment(it.askedAt, today)),
        from: contextWords(it.context),
      };
    },
    waits() {
      return this.data.talk?.mine === true;
    },
    async look() {
      if (!this.data.talk) return false;
      const { talkId } = this.data;
      const after = lastOf(this.undrawn.lines);
      const typing = isTyping(this.undrawn.typedAt, Date.now());
      const outcome = await ask('talkDesk.show', { talkId, after, typing });
      if (outcome.kind !== 'value') return false;
      const { talk: it, lines } = outcome.value;
      const isNew = lines.length > 0 || it.state !== this.data.talk?.state || it.otherTypes;
      this.undrawn.lines = merged(this.undrawn.lines, lines);
      this.setData(this.drawn(it));
      if (lines.length > 0) toTheEnd();
      return isNew;
    },
    typed() {
      this.undrawn.typedAt = Date.now();
    },
    async say(event: Said<{ text: string }>) {
      const { talkId } = this.data;
      const { text } = event.detail;
      this.undrawn.typedAt = 0;
      this.setData({ given: '' });
      const said = await this.does('say', () => act('talkDesk.say', { talkId, text }));
      // What did not arrive goes back into the box: nothing that was written is lost.
      if (!said) this.setData({ given: text });
      await this.lookSoon();
    },
    async takeBack(event: Said<{ number: number }>) {
      const { talkId } = this.data;
      const { number } = event.detail;
      const done = await this.does('take', () => act('talkDesk.takeBack', { talkId, number }), '已撤回');
      if (done) await this.lookSoon();
    },
    openCard(event: Said<{ kind: string; id: string }>) {
      const { kind, id } = event.detail;
      if (kind === 'title') open(routes.title(id));
      else searchFor(id);
    },
    /** What was answered once need not be answered again. */
    keep() {
      open(routes.answerFromTalk(this.data.talkId));
    },
    openContext() {
      const context = this.data.talk?.context;
      if (context?.kind === 'title') open(routes.title(context.titleId));
      else if (context?.kind === 'search') searchFor(context.text);
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { act: id = '' } = dataOf(event);
      const it = this.data.talk;
      if (it) void this.start(id, { talkId: it.talkId, skill: it.skill });
    },
    async acted({ id }: { id: string }) {
      if (id === 'handOver') wx.navigateBack();
      else await this.lookSoon();
    },
    async notActed() {
      await this.lookSoon();
    },
  }),
);
