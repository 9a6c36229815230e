import type { Action, InputOf } from '../../../typings/contract';
import type {
  CardDocument,
  HoldQueueDocument,
  TitleRatingDocument,
  WishDocument,
} from '../../../cloudfunctions/documents';
import { PRIVACY_VERSION } from '../../../cloudfunctions/features/account/consent-texts';
import { anEvent } from '../an-event';
import type { Cloud } from '../../../local/cloud/index';

type Click = { [A in Action]: { action: A; input: InputOf<A> } }[Action];

/** One thing that many readers tap at once. */
export interface Scene {
  name: string;
  /** Whether those who tap have cards, and with which digits they begin. */
  haveCards: boolean;
  digits: string;
  prepare?(cloud: Cloud, names: readonly string[]): Promise<void>;
  ask(n: number): Click;
  /** What is not as it should be afterwards. */
  look(cloud: Cloud, names: readonly string[]): Promise<string[]>;
}

const SEATS = 100;
const EVENT = 'bench-rush';

const find = async <T>(cloud: Cloud, collection: string, query: object): Promise<T[]> =>
  (await cloud.db.find(collection, query as Record<string, unknown>)) as T[];

const counts = (what: string, found: number, due: number): string[] =>
  found === due ? [] : [`${what}: ${found}, not ${due}`];

/** The title that most copies of the demo library stand for. */
let titleId = '';
const findTitle = async (cloud: Cloud): Promise<void> => {
  const items = await find<{ titleId: string; use: string }>(cloud, 'items', { use: 'loan' });
  titleId = items[0]?.titleId ?? '';
  if (titleId === '') throw new Error('the demo library has no copy to lend');
};

export const SCENES: readonly Scene[] = [
  {
    name: 'event',
    ...{ haveCards: true, digits: '81' },
    prepare: (cloud) =>
      cloud.db.upsert('events', [{ ...anEvent(EVENT, { now: cloud.clock.now(), seats: SEATS }) }]),
    ask: () => ({ action: 'events.register', input: { eventId: EVENT, places: 1 } }),
    look: async (cloud, names) => {
      const all = await find<{ status: string }>(cloud, 'registrations', { eventId: EVENT });
      const has = all.filter(({ status }) => status === 'registered').length;
      return [
        ...counts('seats given', has, Math.min(SEATS, names.length)),
        ...counts('registrations', all.length, names.length),
      ];
    },
  },
  {
    name: 'hold',
    ...{ haveCards: true, digits: '82' },
    prepare: findTitle,
    ask: () => ({ action: 'holds.place', input: { titleId, pickUpBranchId: 'main' } }),
    look: async (cloud, names) => {
      const [queue] = await find<HoldQueueDocument>(cloud, 'holdQueues', { _id: titleId });
      const ours = queue?.holds.filter(({ readerId }) => names.includes(readerId.slice(2))) ?? [];
      return counts('holds in the queue', new Set(ours.map(({ readerId }) => readerId)).size, names.length);
    },
  },
  {
    name: 'review',
    ...{ haveCards: true, digits: '83' },
    prepare: findTitle,
    ask: (n) => ({ action: 'reviews.write', input: { titleId, rating: 1 + (n % 5), text: '' } }),
    look: async (cloud, names) => {
      const [rating] = await find<TitleRatingDocument>(cloud, 'titleRatings', { _id: titleId });
      return (rating?.count ?? 0) < names.length ? counts('ratings', rating?.count ?? 0, names.length) : [];
    },
  },
  {
    name: 'wish',
    ...{ haveCards: true, digits: '84' },
    ask: () => ({
      action: 'wishes.ask',
      input: { title: '人人都想看的新书', author: '新人', isbn: '', why: '', anyway: false },
    }),
    look: async (cloud, names) => {
      const wishes = await find<WishDocument>(cloud, 'wishes', { title: '人人都想看的新书' });
      return [
        ...counts('suggestions of one book', wishes.length, 1),
        ...counts('who asked for it', wishes[0]?.asked ?? 0, names.length),
      ];
    },
  },
  {
    name: 'card',
    ...{ haveCards: false, digits: '85' },
    ask: (n) => ({
      action: 'account.apply',
      input: {
        ...{ name: '林一', birthDate: '1990-01-01', agreedTo: PRIVACY_VERSION },
        phone: `138${String(n).padStart(8, '0')}`,
      },
    }),
    look: async (cloud, names) => {
      const links = await find<{ readerId: string }>(cloud, 'identities', { _id: { $in: [...names] } });
      const owners = links.map(({ readerId }) => readerId);
      const cards = await find<CardDocument>(cloud, 'cards', { readerId: { $in: owners } });
      return [
        ...counts('applicants with a card', links.length, names.length),
        ...counts('their cards', cards.length, names.length),
      ];
    },
  },
];
