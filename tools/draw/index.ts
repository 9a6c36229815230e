import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * `npm run draw -- <published file>`: does a draw again from what was published of it and nothing else, as
 * `docs/draw.md` describes it. It shares no line with the library's own program. Ends non-zero when anything
 * differs.
 */

interface Published {
  places: number;
  commitment: string;
  tickets: { ticket: string; places: number }[];
  listHash: string;
  figure?: string;
  share?: string;
  order?: string[];
}

const digest = (name: 'md5' | 'sha256', bytes: Buffer | string): Buffer =>
  createHash(name).update(bytes).digest();

/** Step by step: the counter is two bytes before and after the key; the digest is one number of 128 bits. */
export const orderFrom = (tickets: readonly string[], key: string): string[] => {
  const pool = [...tickets];
  const order: string[] = [];
  for (let counter = 0; pool.length > 0; counter++) {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16BE(counter);
    const number = BigInt(
      `0x${digest('md5', Buffer.concat([bytes, Buffer.from(key), bytes])).toString('hex')}`,
    );
    order.push(...pool.splice(Number(number % BigInt(pool.length)), 1));
  }
  return order;
};

/** What was found; each line says what was looked at and whether it holds. */
export const lookedAt = (draw: Published): { what: string; holds: boolean }[] => {
  const sorted = [...draw.tickets].sort((a, b) => a.ticket.localeCompare(b.ticket, 'en'));
  const lines = draw.tickets.map(({ ticket, places }) => `${ticket} ${places}\n`);
  const found = [
    { what: '名单按签号排序', holds: JSON.stringify(sorted) === JSON.stringify(draw.tickets) },
    {
      what: '名单的 SHA-256 与公布的一样',
      holds: digest('sha256', lines.join('')).toString('hex') === draw.listHash,
    },
  ];
  const { figure, share, order } = draw;
  if (figure === undefined || share === undefined || !order) return found;
  const numbers = (figure.match(/[0-9]+/g) ?? []).map(BigInt).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const key = `${numbers.map((number) => `${number}.`).join('')}/${share}/${draw.listHash}/`;
  const again = orderFrom(
    draw.tickets.map(({ ticket }) => ticket),
    key,
  );
  return [
    ...found,
    {
      what: '本馆封存的一份与事先公布的一样',
      holds: digest('sha256', share).toString('hex') === draw.commitment,
    },
    { what: '顺序与公布的一样', holds: again.join() === order.join() },
  ];
};

const run = (file: string | undefined): void => {
  if (file === undefined) throw new Error('npm run draw -- <published file>');
  const draw = JSON.parse(readFileSync(file, 'utf8')) as Published;
  const found = lookedAt(draw);
  for (const { what, holds } of found) console.log(`${holds ? '✓' : '✗'} ${what}`);
  if (!draw.order) console.log('还没有抽签：名单已公布，等公开的数字');
  if (found.some(({ holds }) => !holds)) process.exitCode = 1;
};

if (require.main === module) run(process.argv[2]);
