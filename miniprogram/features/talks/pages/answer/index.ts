import type { DeskTalk, MediaKind } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { ask, type Output } from '../../../../lib/call';
import { moment } from '../../../../lib/dates';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { follows } from '../../../../lib/screen/follows';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { records } from '../../../../lib/screen/records';
import { screen } from '../../../../lib/screen/screen';
import { sounding } from '../../../../lib/screen/sounding';
import { wide } from '../../../../lib/screen/wide';
import { searchFor } from '../../../../lib/search-for';
import { libraryToday } from '../../../../lib/session';
import { answerActs, type AnswerFacts } from '../../answer-acts';
import { talkOf } from '../../both-sides';
import { lookOn } from '../../looking-on';
import { opensCards } from '../../opens-cards';
import { unsentOf } from '../../outbox';
import { chosenPhrase } from '../../phrases-view';
import { sends } from '../../sends';
import { linksOf, showsMedia } from '../../shows-media';
import { deskStateWords } from '../../queue-view';
import { contextWords, lineRows, skillName, unsentRows, type LineRow } from '../../talk-view';
import { LONGEST_VOICE } from '../../voice';

const talk = loads('talkDesk.show', undefined, { when: 'opened' });

const writes = [sends('staff'), records(LONGEST_VOICE), sounding, showsMedia('staff')] as const;
const bells = follows({ bells: ['me'] });

Page(
  screen([wide, given('talkId'), talk, bells, acts(answerActs), opensCards('staff'), ...writes], {
    ...talkOf('staff'),
    data: {
      talk: maybe<DeskTalk>(),
      rows: none<LineRow>(),
      who: '',
      words: '',
      from: '',
      deliversDocuments: false,
    },
    drawn(it: DeskTalk) {
      const today = libraryToday();
      const { name, categoryName, child } = it.reader;
      const links = linksOf(this.undrawn);
      const shown = { side: 'staff' as const, talk: it, today, now: Date.now(), links };
      const waiting = unsentRows(unsentOf(this.data.talkId, 'staff'));
      return {
        talk: it,
        rows: [...lineRows(this.undrawn.lines, shown), ...waiting],
        who: [name, child ? '少儿读者' : categoryName, skillName(it.skill)].filter(Boolean).join(' · '),
        words: deskStateWords(it, moment(it.askedAt, today)),
        from: contextWords(it.context),
      };
    },
    waits() {
      return this.data.talk?.joined === true;
    },
    look() {
      return lookOn(this, (further) => ask('talkDesk.show', further));
    },
    /** WeChat was not sure: a librarian looks, and says whether it may be seen. */
    async judge({ detail: { id, what } }: Said<{ id: string; what: MediaKind }>) {
      const outcome = await ask('mediaDesk.look', { mediaId: id });
      if (outcome.kind !== 'value') return void this.lookSoon();
      if (what === 'voice') this.hear(id, outcome.value.fileId);
      else wx.previewImage({ urls: [outcome.value.fileId] });
      void this.start('judge', { ...this.facts(), mediaId: id });
    },
    facts(): AnswerFacts {
      const { talkId, talk: it } = this.data;
      const said = this.undrawn.lines.filter(({ from }) => from === 'reader').pop();
      const asked = { skill: it?.skill ?? ('general' as const), asked: said?.text ?? '' };
      return { talkId, ...asked, mediaId: '', phrase: '', open: [] };
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
      if (this.data.talk) void this.start(id, this.facts());
    },
    async acted(done: Acted<AnswerFacts, typeof answerActs>) {
      if (done.id === 'canned') this.setData({ given: done.value.text });
      else if (done.id === 'fill') this.setData({ given: done.value });
      else if (done.id === 'phrase') await this.fill(done.value, done.answers['phraseId'] ?? '');
      else if (done.id === 'handOver' || done.id === 'leave') wx.navigateBack();
      else await this.lookSoon();
    },
    /** What is known of a canned answer is filled in; what is not is asked for. */
    async fill(phrases: Output<'talkDesk.phrases'>, phraseId: string) {
      const chosen = chosenPhrase(phrases, phraseId, this.data.talk?.reader.name ?? '');
      if (!chosen) return;
      if (chosen.open.length === 0) this.setData({ given: chosen.phrase });
      else await this.start('fill', { ...this.facts(), ...chosen });
    },
    async notActed() {
      await this.lookSoon();
    },
  }),
);
