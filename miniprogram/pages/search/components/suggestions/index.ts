import type { Suggestion } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { pieces, typedMarks, type Piece } from '../../../../lib/marks';
import { askLater, noteTyped, plainly, stillTyped, stopTyping } from '../../../../lib/typing';

/** A pause in typing of this length asks; keys in quick succession ask once. */
const PAUSE_MS = 200;
/** A lost answer is asked for again after this, while the same text stands in the box. */
const BEFORE_AGAIN_MS = 1500;

interface Row {
  key: string;
  icon: string;
  says: string;
  text: string;
  pieces: Piece[];
}

/**
 * What the reader may be about to type, while typing. What is shown stays until the next answer is there, and
 * an answer to what was typed before is dropped, so that nothing flickers. Events: `choose` with `{ text }`,
 * `search` for what stands in the box, `back` to what was shown before.
 */
Component({
  properties: {
    typed: { type: String, value: '' },
    /** There is something to go back to. */
    hasResults: { type: Boolean, value: false },
  },
  data: { text: '', rows: [] as Row[] },
  observers: {
    typed(words: string) {
      const text = plainly(words);
      if (noteTyped(this, text, PAUSE_MS, () => void this.suggest(text)))
        this.setData({ text, ...(text ? {} : { rows: [] }) });
    },
  },
  lifetimes: {
    detached() {
      stopTyping(this);
    },
  },
  methods: {
    async suggest(text: string, turn: 'first' | 'again' = 'first') {
      const outcome = await ask('search.suggest', { text });
      // Somebody typed on meanwhile.
      if (!stillTyped(this, text)) return;
      if (outcome.kind !== 'value') {
        // What is shown stays: typing goes on without an answer. One is asked for once more.
        if (turn === 'first') askLater(this, BEFORE_AGAIN_MS, () => void this.suggest(text, 'again'));
        return;
      }
      this.setData({ rows: outcome.value.list.map((suggestion) => rowOf(suggestion, text)) });
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('choose', { text: String(event.currentTarget.dataset.text) });
    },
    search() {
      this.triggerEvent('search');
    },
    back() {
      this.triggerEvent('back');
    },
  },
});

function rowOf({ kind, text }: Suggestion, typed: string): Row {
  const author = kind === 'author';
  return {
    key: `${kind} ${text}`,
    icon: author ? 'user' : 'book',
    says: author ? '作者' : '书名',
    text,
    pieces: pieces(text, typedMarks(typed, text)),
  };
}
