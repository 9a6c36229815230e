import type { AnswerCard } from '../../../typings/contract';
import { act, ask } from '../../lib/call';
import { open, routes } from '../../lib/routes';
import { noteTyped, plainly, stillTyped, stopTyping } from '../../lib/typing';

/** A pause in typing of this length asks; keys in quick succession ask once. */
const PAUSE_MS = 250;
const LONGEST_ASKED = 100;

/**
 * The three nearest of what the library has answered before, while somebody types, and always the way to a
 * librarian: that one is near does not tell that it answers. An answer to what was typed before is dropped.
 */
Component({
  properties: {
    typed: { type: String, value: '' },
    /** Shows the way to a librarian; not where the reader is on it already. */
    leads: { type: Boolean, value: true },
  },
  data: { text: '', answered: '', lost: false, rows: [] as AnswerCard[] },
  observers: {
    typed(words: string) {
      const text = plainly(words).slice(0, LONGEST_ASKED);
      if (noteTyped(this, text, PAUSE_MS, () => void this.find(text)))
        this.setData({ text, ...(text ? {} : { rows: [], answered: '', lost: false }) });
    },
  },
  lifetimes: {
    detached() {
      stopTyping(this);
    },
  },
  methods: {
    async find(text: string) {
      const outcome = await ask('answers.suggest', { text });
      if (!stillTyped(this, text)) return;
      if (outcome.kind === 'value') this.setData({ rows: outcome.value.list, answered: text, lost: false });
      else this.setData({ rows: [], answered: text, lost: true });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(routes.answer(String(event.currentTarget.dataset.id), this.data.text));
    },
    again() {
      void this.find(this.data.text);
    },
    /** What was none of them tells the library what it lacks; whether that arrives matters to nobody here. */
    none() {
      const { text, lost } = this.data;
      if (!lost) void act('answers.helped', { answerId: '', text, helped: false });
      open(routes.askLibrarian({ search: text }));
    },
  },
});
