import type { LocalDate, PublishedDraw } from '../../../typings/contract';
import { moment } from '../../lib/dates';
import { drawAgain } from './draw-again';

export interface DrawView {
  steps: { heading: string; text: string; tone: 'good' | 'urgent' | 'quiet'; mark: string }[];
  rows: { ticket: string; places: string; rank: string; has: boolean }[];
  published: string;
}

/** Who gets places, going down the order: a family that finds too few left is passed over. */
function winners({ order = [], tickets, places }: PublishedDraw): Set<string> {
  const wants = new Map(tickets.map((each) => [each.ticket, each.places]));
  let left = places;
  return new Set(
    order.filter((ticket) => {
      const count = wants.get(ticket) ?? 1;
      const fits = count <= left;
      left -= fits ? count : 0;
      return fits;
    }),
  );
}

const step = (heading: string, holds: boolean, yes: string, no: string): DrawView['steps'][number] => ({
  heading,
  text: holds ? yes : no,
  tone: holds ? 'good' : 'urgent',
  mark: holds ? '相符' : '不相符',
});

export function drawView(draw: PublishedDraw, today: LocalDate): DrawView {
  const found = drawAgain(draw);
  const got = winners(draw);
  const drawn = draw.order !== undefined;
  const listed = step(
    '名单没有改过',
    found.list,
    `名单的指纹与 ${moment(draw.publishedAt, today)} 公布的一样`,
    '名单的指纹与公布的不一样',
  );
  const waits = {
    heading: '种子还没有公布',
    text: `取自「${draw.source}」，${moment(draw.seedAt, today)} 以后。本馆的一份已先封存，开奖后公开。`,
    tone: 'quiet' as const,
    mark: '等待',
  };
  const shared = step('本馆的一份没有换过', found.share, '与事先公布的封存一样', '与事先公布的封存不一样');
  const ordered = step(
    '顺序算出来一样',
    found.order,
    `公开数字 ${draw.figure ?? ''}，按 RFC 3797 在您的手机上算过`,
    '按公布的数字算出来不是这个顺序',
  );
  const order = draw.order ?? draw.tickets.map(({ ticket }) => ticket);
  const wants = new Map(draw.tickets.map((each) => [each.ticket, each.places]));
  return {
    steps: drawn ? [listed, shared, ordered] : [listed, waits],
    rows: order.map((ticket, n) => ({
      ticket,
      places: (wants.get(ticket) ?? 1) > 1 ? `${wants.get(ticket)} 位` : '',
      rank: drawn ? String(n + 1) : '',
      has: got.has(ticket),
    })),
    published: JSON.stringify(draw),
  };
}
