import type { AnswerCard } from '../../../typings/contract';
import { act, ask } from '../../lib/call';
import { open, routes } from '../../lib/routes';

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
    typed(typed: string) {
      const mine = own(this);
      const text = typed.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_ASKED);
      if (text === mine.text) return;
      stopTimer(mine.timer);
      mine.text = text;
      this.setData({ text, ...(text ? {} : { rows: [], answered: '', lost: false }) });
      if (text) mine.timer = setTimeout(() => void this.find(text), PAUSE_MS);
    },
  },
  lifetimes: {
    detached() {
      const mine = own(this);
      stopTimer(mine.timer);
      mine.text = '';
    },
  },
  methods: {
    async find(text: string) {
      const outcome = await ask('answers.suggest', { text });
      if (own(this).text !== text) return;
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

interface Own {
  /** What is being asked for. */
  text?: string;
  timer: ReturnType<typeof setTimeout> | undefined;
}

function stopTimer(timer: ReturnType<typeof setTimeout> | undefined): void {
  if (timer !== undefined) clearTimeout(timer);
}

function own(component: object): Own {
  return component as Own;
}
