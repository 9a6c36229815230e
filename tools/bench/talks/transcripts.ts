/** What was sent, and what each side has seen of it: the checker of the benchmark. */

interface Sent {
  from: 'reader' | 'staff';
  text: string;
  at: number;
}

export interface Transcript {
  sent: Sent[];
  /** Texts of the other side, in the order in which this side first saw them. */
  seen: { reader: string[]; staff: string[] };
  /** ms from sending to being seen: by readers who heard their bell, by those who asked again, by staff. */
  delays: { hearing: number[]; asking: number[]; staff: number[] };
}

export const emptyTranscript = (): Transcript => ({
  sent: [],
  seen: { reader: [], staff: [] },
  delays: { hearing: [], asking: [], staff: [] },
});

export const noteSeen = (
  transcript: Transcript,
  side: 'reader' | 'staff',
  texts: readonly string[],
  at: number,
  hears = false,
): void => {
  for (const text of texts) {
    const sent = transcript.sent.find((each) => each.text === text);
    if (!sent || sent.from === side) continue;
    transcript.seen[side].push(text);
    const how = side === 'staff' ? 'staff' : hears ? 'hearing' : 'asking';
    transcript.delays[how].push(at - sent.at);
  }
};

export interface Findings {
  lost: number;
  doubled: number;
  outOfOrder: number;
}

const isInOrder = (texts: readonly string[], order: readonly string[]): boolean => {
  const places = texts.map((text) => order.indexOf(text));
  return places.every((place, i) => i === 0 || place > (places[i - 1] ?? -1));
};

/**
 * Compares a transcript with the lines that the library keeps: everything sent stands there once, each
 * side's in the order of sending, and both sides saw one order. What came after a side last looked is not
 * lost.
 */
export const findingsOf = (transcript: Transcript, kept: readonly string[]): Findings => {
  const texts = transcript.sent.map(({ text }) => text);
  const count = (text: string) => kept.filter((each) => each === text).length;
  const of = (from: Sent['from']) => transcript.sent.filter((each) => each.from === from);
  const { reader, staff } = transcript.seen;
  const orders = [
    isInOrder(
      of('reader').map(({ text }) => text),
      kept,
    ),
    isInOrder(
      of('staff').map(({ text }) => text),
      kept,
    ),
    isInOrder(reader, kept),
    isInOrder(staff, kept),
  ];
  const seenTwice = [reader, staff].map((seen) => seen.length - new Set(seen).size);
  return {
    lost: texts.filter((text) => count(text) === 0).length,
    doubled: texts.filter((text) => count(text) > 1).length + seenTwice.reduce((a, b) => a + b, 0),
    outOfOrder: orders.filter((isRight) => !isRight).length,
  };
};
