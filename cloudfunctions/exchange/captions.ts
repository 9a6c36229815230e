/** Captions of a film, WebVTT or SRT, read as what was said at which second. */

export interface Cue {
  at: number;
  text: string;
}

type CaptionsFault = 'format' | 'time' | 'order' | 'empty' | 'characters' | 'too_long';

type Captions = { list: Cue[] } | { line: number; why: CaptionsFault };

const MOST_CUES = 5000;
const MOST_CHARACTERS = 200_000;

const TIMING = /^(\S+)\s+-->\s+(\S+)(\s.*)?$/;
/** Hours may be left out in WebVTT; SRT has a comma before the thousandths. */
const TIME = /^(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{3})$/;
/** What stands in a WebVTT file beside cues. */
const BESIDE = /^(NOTE|STYLE|REGION)(\s|$)/;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

interface Block {
  /** Of its first line, counted from 1. */
  line: number;
  lines: string[];
}

/**
 * Reads a whole file, or tells the first line that is wrong: a transcript of which a part is missing would
 * be believed to be whole.
 */
export const readCaptions = (bytes: Uint8Array): Captions => {
  const text = textOf(bytes);
  const lines = text.split(/\r\n|\r|\n/);
  const bad = lines.findIndex((line) => line.includes('\ufffd'));
  if (bad >= 0) return { line: bad + 1, why: 'characters' };
  const list: Cue[] = [];
  let letters = 0;
  for (const block of blocksOf(lines)) {
    if (isBeside(block)) continue;
    const cue = cueOf(block, list.at(-1)?.at ?? 0);
    if ('why' in cue) return cue;
    letters += cue.text.length;
    if (list.push(cue) > MOST_CUES || letters > MOST_CHARACTERS) return { line: block.line, why: 'too_long' };
  }
  return list.length > 0 ? { list } : { line: 1, why: 'format' };
};

/** UTF-8, or what Chinese programs of Windows write. */
const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

const blocksOf = (lines: readonly string[]): Block[] => {
  const blocks: Block[] = [];
  let open: Block | undefined;
  lines.forEach((line, n) => {
    if (line.trim() === '') open = undefined;
    else if (open) open.lines.push(line.trim());
    else blocks.push((open = { line: n + 1, lines: [line.trim()] }));
  });
  return blocks;
};

const isBeside = ({ line, lines: [first = ''] }: Block): boolean =>
  (line === 1 && /^WEBVTT(\s|$)/.test(first)) || BESIDE.test(first);

const cueOf = ({ line, lines }: Block, notBefore: number): Cue | { line: number; why: CaptionsFault } => {
  const at = lines.findIndex((each) => each.includes('-->'));
  // A number or a name may stand before the times, and nothing else.
  if (at < 0 || at > 1) return { line, why: 'format' };
  const [, from = '', to = ''] = TIMING.exec(lines[at] ?? '') ?? [];
  const [begins, ends] = [secondsOf(from), secondsOf(to)];
  if (begins === undefined || ends === undefined || ends <= begins) return { line: line + at, why: 'time' };
  if (begins < notBefore) return { line: line + at, why: 'order' };
  const text = plain(lines.slice(at + 1).join(' '));
  return text === '' ? { line: line + at, why: 'empty' } : { at: begins, text };
};

const secondsOf = (time: string): number | undefined => {
  const parts = TIME.exec(time);
  if (!parts) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', thousandths = '0'] = parts;
  return 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds) + Number(thousandths) / 1000;
};

/** Without marks of voices, colours and places. */
const plain = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, '')
    .replace(/\{\\[^{}]*\}/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();

const PARAGRAPH_S = 12;
const LONGEST_PARAGRAPH_S = 45;
const ENDS = /[。！？…”.!?]$/;
/** Chinese goes on without a blank. */
const joined = (before: string, after: string): string =>
  /[A-Za-z0-9,.;!?]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? `${before} ${after}` : before + after;

/** Cues last two seconds; for reading they are put together up to the end of a sentence. */
export const paragraphsOf = (cues: readonly Cue[]): Cue[] => {
  const paragraphs: Cue[] = [];
  for (const cue of cues) {
    const last = paragraphs.at(-1);
    const since = last ? cue.at - last.at : Infinity;
    const goesOn = since < PARAGRAPH_S || (since < LONGEST_PARAGRAPH_S && !ENDS.test(last?.text ?? ''));
    if (last && goesOn) last.text = joined(last.text, cue.text);
    else paragraphs.push({ ...cue });
  }
  return paragraphs;
};
