import { createHash } from 'node:crypto';
import { drawAgain } from './draw-again';
import { bytesOf, md5, sha256 } from './hashes';

const hex = (bytes: number[]): string => Buffer.from(bytes).toString('hex');

test('the phone’s own hashes are MD5 and SHA-256, at every length around the ends of a block', () => {
  for (const length of [0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000]) {
    const text = 'a1/.'.repeat(250).slice(0, length);
    expect(hex(md5(bytesOf(text)))).toBe(createHash('md5').update(text).digest('hex'));
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});

const tickets = Array.from({ length: 30 }, (_, n) => ({
  ticket: sha256(`t${n}`).slice(0, 12),
  places: 1 + (n % 2),
})).sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
const listHash = sha256(tickets.map(({ ticket, places }) => `${ticket} ${places}\n`).join(''));
const draw = {
  eventId: 'e',
  method: 'RFC 3797' as const,
  places: 10,
  source: '双色球',
  seedAt: '',
  commitment: sha256('ab12'),
  tickets,
  listHash,
  publishedAt: '',
  figure: '03 08 14',
  share: 'ab12',
};

test('whatever was changed after it was published is found', () => {
  const order = drawAgain(draw).computed;
  expect(drawAgain({ ...draw, order })).toMatchObject({ list: true, share: true, order: true });
  expect(drawAgain({ ...draw, order, tickets: tickets.slice(1) })).toMatchObject({
    list: false,
    order: false,
  });
  expect(drawAgain({ ...draw, order, share: 'ab13' })).toMatchObject({ share: false, order: false });
  expect(drawAgain({ ...draw, order, figure: '03 08 15' })).toMatchObject({ order: false });
  expect(drawAgain({ ...draw, order: [...order].reverse() })).toMatchObject({ list: true, order: false });
});
