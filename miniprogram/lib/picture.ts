/** A picture to send on or to keep, drawn on a canvas: lines of text under one another on paper. */

type PicturePart =
  | {
      kind: 'text';
      text: string;
      size: number;
      serif?: boolean;
      bold?: boolean;
      quiet?: boolean;
      above: number;
    }
  | { kind: 'rule'; above: number }
  /** The library's mark: characters in a cinnabar square. */
  | { kind: 'seal'; text: string; above: number };

export interface Picture {
  /** Read aloud in place of the picture. */
  says: string;
  centred: boolean;
  parts: PicturePart[];
  foot: string;
}

/** Sizes are those of the picture, which is wider than any phone. */
export const PICTURE_WIDTH = 900;
const MARGIN = 84;
const FOOT = 150;
const LEAST_HEIGHT = 1100;
const SEAL = 132;
const LEADING = 1.6;
const ABOVE_MIDDLE = 0.42;
const COLOURS = {
  paper: '#f7f3ea',
  ink: '#24211c',
  quiet: '#575146',
  rule: '#c9bfa9',
  accent: '#1f5450',
  seal: '#a8352a',
};
const SERIF = "'Songti SC', STSong, 'Noto Serif CJK SC', serif";
const SANS = "-apple-system, 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

/** Nothing that closes stands at the beginning of a line. */
const NOT_FIRST = /^[，。！？、；：”’）》」…·,.!?;:)]/;

/** A text in lines that are no longer than `most`; words of letters stay whole where they can. */
export function wrapped(text: string, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[A-Za-z0-9'-]+|\n|[^]/gu) ?? []) {
    if (piece === '\n') {
      lines.push(line);
      line = '';
    } else if (line !== '' && widthOf(line + piece) > most && !NOT_FIRST.test(piece)) {
      lines.push(line);
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line];
}

/** What of a canvas is drawn with: WeChat's own and the browser's have it alike. */
export interface Pen {
  font: string;
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  textAlign: 'left' | 'right' | 'center' | 'start' | 'end';
  textBaseline: 'top' | 'hanging' | 'middle' | 'alphabetic' | 'ideographic' | 'bottom';
  measureText(text: string): { width: number };
  fillText(text: string, x: number, y: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
}

interface Row {
  part: PicturePart;
  lines: string[];
  y: number;
}

const fontOf = (part: Extract<PicturePart, { kind: 'text' }>): string =>
  `${part.bold ? 'bold ' : ''}${part.size}px ${part.serif ? SERIF : SANS}`;

/** Where everything stands, and how high the picture is. */
function laidOut(pen: Pen, parts: PicturePart[]): { rows: Row[]; height: number } {
  let y = MARGIN;
  const rows = parts.map((part): Row => {
    y += part.above;
    const row = { part, lines: linesOf(pen, part), y };
    y += heightOf(row);
    return row;
  });
  const height = Math.max(LEAST_HEIGHT, y + FOOT + MARGIN);
  // A short text stands a little above the middle.
  const down = (height - y - FOOT - MARGIN) * ABOVE_MIDDLE;
  return { rows: rows.map((row) => ({ ...row, y: row.y + down })), height };
}

function linesOf(pen: Pen, part: PicturePart): string[] {
  if (part.kind !== 'text') return [];
  pen.font = fontOf(part);
  // What closes a line hangs over its end by half a character, and stays within the frame.
  const most = PICTURE_WIDTH - 2 * MARGIN - part.size / 2;
  return wrapped(part.text, most, (text) => pen.measureText(text).width);
}

const heightOf = ({ part, lines }: Pick<Row, 'part' | 'lines'>): number => {
  if (part.kind === 'text') return lines.length * part.size * LEADING;
  return part.kind === 'seal' ? SEAL : 2;
};

/** How high the canvas has to be for it. */
export const heightOfPicture = (pen: Pen, { parts }: Picture): number =>
  Math.ceil(laidOut(pen, parts).height);

export function draw(pen: Pen, picture: Picture): void {
  const { rows, height } = laidOut(pen, picture.parts);
  pen.fillStyle = COLOURS.paper;
  pen.fillRect(0, 0, PICTURE_WIDTH, height);
  pen.strokeStyle = COLOURS.rule;
  pen.lineWidth = 2;
  pen.strokeRect(36, 36, PICTURE_WIDTH - 72, height - 72);
  pen.textBaseline = 'top';
  for (const row of rows) drawRow(pen, row, picture.centred);
  pen.textAlign = 'center';
  pen.fillStyle = COLOURS.quiet;
  pen.font = `28px ${SANS}`;
  pen.fillText(picture.foot, PICTURE_WIDTH / 2, height - MARGIN - 34);
}

function drawRow(pen: Pen, { part, lines, y }: Row, centred: boolean): void {
  const x = centred ? PICTURE_WIDTH / 2 : MARGIN;
  pen.textAlign = centred ? 'center' : 'left';
  if (part.kind === 'text') {
    pen.font = fontOf(part);
    pen.fillStyle = part.quiet ? COLOURS.quiet : COLOURS.ink;
    lines.forEach((line, n) => pen.fillText(line, x, y + n * part.size * LEADING));
  } else if (part.kind === 'rule') {
    pen.fillStyle = COLOURS.accent;
    pen.fillRect(centred ? x - 40 : x, y, 80, 4);
  } else {
    const left = PICTURE_WIDTH - MARGIN - SEAL;
    pen.fillStyle = COLOURS.seal;
    pen.fillRect(left, y, SEAL, SEAL);
    pen.fillStyle = COLOURS.paper;
    pen.textAlign = 'center';
    pen.font = `bold 46px ${SERIF}`;
    pen.fillText(part.text.slice(0, 2), left + SEAL / 2, y + 16);
    pen.fillText(part.text.slice(2, 4), left + SEAL / 2, y + 68);
  }
}
