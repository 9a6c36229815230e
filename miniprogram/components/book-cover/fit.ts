/**
 * Sets a title into a box so that it never leaves it: the largest size at which everything fits, else a cut
 * with "…".
 */
export interface Fitted {
  vertical: boolean;
  /** Lines, or columns from right to left. */
  lines: string[];
  /** Size of the type, in the units of the box. */
  type: number;
}

interface Box {
  width: number;
  height: number;
  largest: number;
}

const LINE = 1.24;
const COLUMN = 1.18;

export function fitDown(text: string, box: Box, smallest: number): Fitted {
  const chars = [...text];
  const best = [1, 2]
    .map((columns) => {
      const each = Math.ceil(chars.length / columns);
      return {
        columns,
        each,
        type: Math.min(box.largest, box.height / (each * 1.06), box.width / (columns * COLUMN)),
      };
    })
    // One column is the finer setting as long as it does not cost much size.
    .reduce((one, two) => (two.type > one.type * 1.3 ? two : one));
  if (best.type >= smallest) {
    const lines = Array.from({ length: best.columns }, (_, i) =>
      chars.slice(i * best.each, (i + 1) * best.each).join(''),
    );
    return { vertical: true, lines: lines.filter(Boolean), type: rounded(best.type) };
  }
  const type = Math.min(smallest, box.width / COLUMN);
  const room = Math.max(1, Math.floor(box.height / (type * 1.06)));
  const shown = chars.length > room ? [...chars.slice(0, room - 1), '…'] : chars;
  return { vertical: true, lines: [shown.join('')], type: rounded(type) };
}

export function fitAcross(text: string, box: Box, smallest: number): Fitted {
  for (let type = box.largest; type >= smallest; type -= 0.5) {
    const lines = breakLines(text, box.width / type);
    if (lines && lines.length * type * LINE <= box.height)
      return { vertical: false, lines, type: rounded(type) };
  }
  const room = Math.max(1, Math.floor(box.height / (smallest * LINE)));
  const all = breakLines(text, box.width / smallest, true) ?? [text];
  const lines = all.slice(0, room);
  const last = lines[room - 1];
  if (last !== undefined && all.length > room) lines[room - 1] = cut(last, box.width / smallest);
  return { vertical: false, lines, type: rounded(smallest) };
}

/** Lines no wider than `width` em; undefined when a word is too long and may not be broken. */
function breakLines(text: string, width: number, breakWords = false): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (widthOf((line + piece).trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim()) lines.push(line.trim());
    line = piece.trimStart();
    while (widthOf(line.trimEnd()) > width) {
      if (!breakWords) return undefined;
      const head = headOf(line, width);
      lines.push(head + '-');
      line = line.slice(head.length);
    }
  }
  if (line.trim()) lines.push(line.trim());
  return lines;
}

/**
 * The longest beginning of a word that leaves room for a hyphen; one character at least, so that it always
 * ends.
 */
function headOf(word: string, width: number): string {
  const chars = [...word];
  let length = 1;
  while (length < chars.length - 1 && widthOf(`${chars.slice(0, length + 1).join('')}-`) <= width) length++;
  return chars.slice(0, length).join('');
}

const HAN = '\\u2e80-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
/**
 * Chinese characters one by one, closing marks held to the one before; Latin words, and their parts after a
 * hyphen.
 */
const PIECES = new RegExp(
  `[${HAN}][，。、！？：；）》”’…·]*|[^\\s\\-${HAN}]*-|[^\\s\\-${HAN}]+\\s*|\\s+|.`,
  'gu',
);

function pieces(text: string): string[] {
  return text.match(PIECES) ?? [];
}

function cut(text: string, width: number): string {
  const chars = [...text];
  while (chars.length > 0 && widthOf(`${chars.join('')}…`) > width) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}

/** Width in em of a bold serif, on the wide side. */
export function widthOf(text: string): number {
  let width = 0;
  for (const c of text) {
    if (/[\u2e80-\u9fff\uf900-\uffef…—]/u.test(c) || c > '\uffff') width += 1;
    else if (/[MWmw@%&]/.test(c)) width += 0.98;
    else if (/[A-Z]/.test(c)) width += 0.75;
    else if (/[iljtfI1.,:;'!| ]/.test(c)) width += 0.38;
    else width += 0.6;
  }
  return width;
}

function rounded(type: number): number {
  return Math.floor(type * 10) / 10;
}
