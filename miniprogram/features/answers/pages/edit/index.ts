import type { AnswerLink, DeskAnswer } from '../../../../../typings/contract';
import { act, type Outcome } from '../../../../lib/call';
import { fill as loadFrom, load, type PageState } from '../../../../lib/load';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { standingOf } from '../../desk-view';
import { draftOf } from '../../from-talk';
import {
  EMPTY,
  formOf,
  isField,
  remarksFrom,
  remarksOn,
  wordsOf,
  type AnswerForm,
  type Remarks,
} from '../../form';

/** One answer, or a new one, which has nothing to fetch: so the page loads by itself. */
Page(
  screen([wide, given('answerId', 'question', 'talkId'), submits()], {
    data: {
      state: one<PageState>({ kind: 'loading' }),
      /** What the fields begin with; what is typed is kept beside the data. */
      form: EMPTY,
      remarks: one<Remarks>({}),
      standing: '',
      /** Personal parts that were taken out of a talk. */
      taken: 0,
      published: false,
      shown: false,
      /** A draft of somebody else waits for this one to say yes. */
      reviews: false,
      /** Parts that the library takes for personal data. */
      parts: none<string>(),
    },
    undrawn: () => ({ typed: EMPTY, links: none<AnswerLink>(), version: 0, keep: none<string>() }),
    async onLoad() {
      await this.load();
    },
    async load() {
      const { answerId, question, talkId } = this.data;
      const show = (answer: DeskAnswer) => this.fill(answer);
      if (answerId) await load(this, { action: 'answerDesk.get', input: { answerId }, show });
      else if (talkId)
        await loadFrom(this, {
          read: () => draftOf(talkId),
          show: ({ question: asked, forms, text, taken }) => ({
            ...this.drawn({ ...EMPTY, question: asked, forms: forms.join('\n'), text }),
            taken: taken.length,
          }),
        });
      // Who may not edit is told before the form and not after it.
      else
        await load(this, {
          action: 'answerDesk.gaps',
          input: {},
          show: () => this.drawn({ ...EMPTY, question }),
        });
    },
    fill(answer: DeskAnswer) {
      this.undrawn.version = answer.version;
      this.undrawn.links = (answer.draft ?? answer.published)?.links ?? [];
      return {
        ...this.drawn(formOf(answer)),
        answerId: answer.answerId,
        standing: standingOf(answer),
        published: answer.published !== null,
        shown: answer.shown,
        reviews: answer.draftState === 'waiting' && !answer.draftIsYours,
      };
    },
    drawn(form: AnswerForm) {
      this.undrawn.typed = form;
      return { form, remarks: {}, parts: [] };
    },
    type(event: WechatMiniprogram.Input) {
      const { name } = dataOf(event);
      if (!isField(name)) return;
      this.undrawn.typed = { ...this.undrawn.typed, [name]: event.detail.value };
      if (this.data.remarks[name]) this.setData({ [`remarks.${name}`]: '' });
    },
    draft() {
      void this.save(false);
    },
    send() {
      void this.save(true);
    },
    /** The librarian looked at the parts: they are nobody's. */
    async keep() {
      this.undrawn.keep = [...this.undrawn.keep, ...this.data.parts];
      await this.save(false);
    },
    async save(send: boolean) {
      const { typed, links, version, keep } = this.undrawn;
      const remarks = remarksOn(typed);
      this.setData({ remarks, parts: [] });
      if (Object.keys(remarks).length > 0) return;
      const { answerId } = this.data;
      const words = wordsOf(typed, links);
      const saved = await this.submit(
        'save',
        '没有保存',
        () => act('answerDesk.save', { ...words, answerId, version, send, keep }),
        (outcome) =>
          outcome.kind === 'invalid' ? { remarks: remarksFrom(outcome.fields) } : partsOf(outcome),
      );
      this.done(saved, send ? '已送审' : '已存为草稿');
    },
    publish() {
      void this.review(true);
    },
    sendBack() {
      void this.review(false);
    },
    async review(publish: boolean) {
      const { answerId } = this.data;
      const { version } = this.undrawn;
      const saved = await this.submit('review', '未能完成', () =>
        act('answerDesk.review', { answerId, version, publish }),
      );
      this.done(saved, publish ? '已发布' : '已退回');
    },
    async flip() {
      const { answerId, shown } = this.data;
      const saved = await this.submit('flip', '未能完成', () =>
        act('answerDesk.show', { answerId, shown: !shown }),
      );
      this.done(saved, shown ? '已撤下' : '读者又能看到了');
    },
    done(saved: DeskAnswer | undefined, words: string) {
      if (!saved) return;
      this.setData(this.fill(saved));
      wx.showToast({ title: words, icon: 'none' });
    },
  }),
);

function partsOf(outcome: Outcome<unknown>): { parts: string[] } {
  const refusals = outcome.kind === 'refused' ? outcome.refusals : [];
  return { parts: refusals.flatMap((refusal) => (refusal.code === 'personal_data' ? refusal.parts : [])) };
}
