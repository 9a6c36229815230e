/** What a long picture is made of, from the top. */
export type Block =
  | { kind: 'heading'; text: string; note: string }
  | { kind: 'numbers'; list: { name: string; value: string; notes: string[] }[] }
  | { kind: 'bars'; heading: string; list: { name: string; value: number }[] }
  | { kind: 'text'; text: string };

const WIDTH = 375;
const SCALE = 2;
const EDGE = 24;
const INK = {
  paper: '#f7f3ea',
  raised: '#fffdf8',
  ink: '#24211c',
  quiet: '#575146',
  accent: '#1f5450',
  line: '#e0d8c7',
};
const ROW = { heading: 92, number: 100, barsHeading: 44, bar: 30, text: 26, gap: 16 };
/** Letters of a line of small text. */
const LINE = 24;

type Align = 'left' | 'right';

/** What is used of a canvas's context. */
interface Pen {
  fillStyle: string;
  font: string;
  textAlign: Align;
  textBaseline: 'top';
  scale(x: number, y: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
}

/**
 * Draws a long picture and lets whoever asked send or keep it. It is drawn on this phone and leaves it by
 * their hand alone.
 */
export async function drawLong(blocks: readonly Block[]): Promise<void> {
  const height = blocks.reduce((sum, block) => sum + heightOf(block) + ROW.gap, EDGE * 2);
  const canvas = wx.createOffscreenCanvas({ type: '2d', width: WIDTH * SCALE, height: height * SCALE });
  // The typings give whatever the context may be; a canvas of type 2d has this one.
  const pen: Pen = canvas.getContext('2d');
  pen.scale(SCALE, SCALE);
  pen.textBaseline = 'top';
  fill(pen, INK.paper, 0, 0, WIDTH, height);
  let y = EDGE;
  for (const block of blocks) {
    draw(pen, block, y);
    y += heightOf(block) + ROW.gap;
  }
  const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' });
  await shown(tempFilePath);
}

const shown = async (path: string): Promise<void> => {
  if (wx.canIUse('showShareImageMenu')) await wx.showShareImageMenu({ path }).catch(() => undefined);
  else await wx.previewImage({ urls: [path] });
};

export function heightOf(block: Block): number {
  if (block.kind === 'heading') return ROW.heading;
  if (block.kind === 'numbers') return Math.ceil(block.list.length / 2) * (ROW.number + 8) - 8;
  if (block.kind === 'bars') return ROW.barsHeading + block.list.length * ROW.bar;
  return linesOf(block.text).length * ROW.text;
}

/** A text cut into lines that fit. */
export const linesOf = (text: string): string[] => {
  const letters = [...text];
  return Array.from({ length: Math.ceil(letters.length / LINE) }, (_, at) =>
    letters.slice(at * LINE, (at + 1) * LINE).join(''),
  );
};

function draw(pen: Pen, block: Block, y: number): void {
  if (block.kind === 'heading') {
    write(pen, block.text, EDGE, y, 'bold 26px serif', INK.ink);
    write(pen, block.note, EDGE, y + 42, '14px sans-serif', INK.quiet);
    fill(pen, INK.accent, EDGE, y + 74, 48, 4);
  } else if (block.kind === 'numbers') numbers(pen, block.list, y);
  else if (block.kind === 'bars') bars(pen, block, y);
  else
    linesOf(block.text).forEach((line, at) =>
      write(pen, line, EDGE, y + at * ROW.text, '13px sans-serif', INK.quiet),
    );
}

function numbers(
  pen: Pen,
  list: readonly { name: string; value: string; notes: string[] }[],
  y: number,
): void {
  const width = (WIDTH - EDGE * 2 - 8) / 2;
  list.forEach(({ name, value, notes }, at) => {
    const [x, top] = [EDGE + (at % 2) * (width + 8), y + Math.floor(at / 2) * (ROW.number + 8)];
    fill(pen, INK.raised, x, top, width, ROW.number);
    write(pen, name, x + 12, top + 10, '13px sans-serif', INK.quiet);
    write(pen, value, x + 12, top + 29, 'bold 24px sans-serif', INK.ink);
    notes.forEach((note, line) =>
      write(pen, note, x + 12, top + 61 + line * 16, '11px sans-serif', INK.quiet),
    );
  });
}

function bars(
  pen: Pen,
  { heading, list }: { heading: string; list: readonly { name: string; value: number }[] },
  y: number,
): void {
  write(pen, heading, EDGE, y + 8, 'bold 17px serif', INK.ink);
  const most = Math.max(1, ...list.map(({ value }) => value));
  const room = WIDTH - EDGE * 2;
  list.forEach(({ name, value }, at) => {
    const top = y + ROW.barsHeading + at * ROW.bar;
    write(pen, name, EDGE, top, '13px sans-serif', INK.ink);
    write(pen, String(value), WIDTH - EDGE, top, '13px sans-serif', INK.ink, 'right');
    fill(pen, INK.line, EDGE, top + 19, room, 4);
    fill(pen, INK.accent, EDGE, top + 19, (room * value) / most, 4);
  });
}

function fill(pen: Pen, colour: string, x: number, y: number, width: number, height: number): void {
  pen.fillStyle = colour;
  pen.fillRect(x, y, width, height);
}

function write(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  font: string,
  colour: string,
  align: Align = 'left',
): void {
  pen.font = font;
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.fillText(text, x, y);
}
