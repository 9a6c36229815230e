import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Answer } from '../../typings/contract/answer';
import type { Action, InputOf, OutputOf } from '../../typings/contract';
import type { StaffRole } from '../../typings/contract/staff-roles';
import { aBranch, aPolicy, aReader, anItem, closedOn } from '../builders/documents';
import { collections } from '../../cloudfunctions/collections';
import type { CollectionName, Documents } from '../../cloudfunctions/documents';
import { NOTHING_YET } from '../../cloudfunctions/community/event-terms';
import { keysOfTitle } from '../../cloudfunctions/search/keys';
import { addMinutes } from '../../cloudfunctions/kernel/local-date';
import { factsOf } from '../../cloudfunctions/cataloguing/title-facts';
import { startCloud, type Cloud } from '../../local/cloud/index';
import { doorOf } from '../../miniprogram/lib/door';
import { whenThereIsRoom } from '../../miniprogram/lib/full-house';

/**
 * A small library on a local cloud of its own, with the real functions behind the real SDK. Sunday
 * 2026-11-22, ten in the morning.
 */

const root = resolve(__dirname, '..', '..');
export const START = '2026-11-22T02:00:00.000Z';
/** A template that the demo library has chosen: the local WeChat knows no other. */
export const HOLD_READY_TEMPLATE = 'yunxi-hold-ready-000000000000000000000000003';
const JOINED = '2026-01-01T00:00:00.000Z';

export type Everything = { [C in CollectionName]: Documents[C][] };

export interface SmallLibrary {
  cloud: Cloud;
  ask<A extends Action>(
    who: string,
    action: A,
    input: InputOf<A>,
    requestId?: string,
  ): Promise<Answer<OutputOf<A>>>;
  /** The value, or an error that shows the answer. */
  get<A extends Action>(who: string, action: A, input: InputOf<A>, requestId?: string): Promise<OutputOf<A>>;
  /** The codes of a refusal, or an error that shows the answer. */
  refused<A extends Action>(who: string, action: A, input: InputOf<A>, requestId?: string): Promise<string[]>;
  document<C extends CollectionName>(collection: C, id: string): Promise<Documents[C] | undefined>;
  documents<C extends CollectionName>(collection: C, query?: object): Promise<Documents[C][]>;
  everything(): Promise<Everything>;
  /** Everything as it was at the start. */
  startOver(): Promise<void>;
  /**
   * The same, so many minutes later than the last time: a warm function keeps what it knows of the library
   * for a minute, and never sees one minute twice.
   */
  startOverLater(minutes: number): Promise<void>;
  /** Gives a member of the staff these roles; who is none yet becomes one, at the main branch. */
  appoint(who: string, roles: StaffRole[]): Promise<void>;
  /** Everything as it was when `everything` was read, at the time of the start. */
  putBack(stood: Partial<Everything>): Promise<void>;
  close(): Promise<void>;
}

const READERS = ['an', 'bai', 'chen', 'ding'];
const TITLES = ['one', 'two', 'three'];

const titleOf = (name: string): Documents['titles'] => {
  const title = {
    title: { one: '红楼梦', two: '三体', three: '城南旧事' }[name] ?? name,
    subtitle: '',
    also: [],
    contributors: [{ name: { one: '曹雪芹', two: '刘慈欣', three: '林海音' }[name] ?? '', role: '著' }],
    isbns: name === 'two' ? ['9787536692930'] : [],
  };
  return {
    _id: `title-${name}`,
    ...title,
    publisher: '',
    year: 2008,
    clc: 'I247',
    callNumber: 'I247/1',
    language: 'chi',
    kind: 'book',
    subjects: [],
    summary: '',
    keys: keysOfTitle(title),
    addedAt: JOINED,
    popularity: 1,
    source: 'test',
  };
};

const copy = (_id: string, name: string, changes: Partial<Documents['items']> = {}) =>
  anItem({ _id, titleId: `title-${name}`, title: factsOf(titleOf(name)), ...changes });

/** Title one has one copy, two has three over both branches, three has two. */
const ITEMS = [
  copy('A1', 'one'),
  copy('B1', 'two'),
  copy('B2', 'two'),
  copy('B3', 'two', { branchId: 'garden', homeBranchId: 'garden' }),
  copy('C1', 'three'),
  copy('C2', 'three', { use: 'reference' }),
];

const documentsAtStart = (): { [C in CollectionName]?: Documents[C][] } => ({
  titles: TITLES.map(titleOf),
  items: ITEMS,
  readers: READERS.map((name, n) =>
    aReader({
      _id: `reader-${name}`,
      name,
      cardNumber: `3010000000${n + 1}`,
      openid: `o-${name}`,
      joinedAt: JOINED,
    }),
  ),
  cards: READERS.map((name, n) => ({
    _id: `3010000000${n + 1}`,
    readerId: `reader-${name}`,
    password: '',
    wrongTries: 0,
    lockedUntil: null,
    status: 'active' as const,
  })),
  identities: READERS.map((name) => ({
    _id: `o-${name}`,
    readerId: `reader-${name}`,
    readerIds: [`reader-${name}`],
    linkedAt: JOINED,
  })),
  staff: [
    { _id: 'o-desk', name: '馆员', branchId: 'main', roles: ['circulation'], active: true },
    { _id: 'o-boss', name: '馆长', branchId: 'main', roles: ['director'], active: true },
    { _id: 'o-gone', name: '离职', branchId: 'main', roles: ['circulation'], active: false },
  ],
  policies: [
    aPolicy({ dueDateMode: 'next_open_day', loanLimit: 20, holdLimit: 5, overdueLimit: 1 }),
    aPolicy({ loanLimit: 2 }, { _id: 'child', readerCategory: 'child' }),
  ],
  branches: [
    aBranch({ weeklyHours: closedOn(1) }),
    aBranch({ _id: 'garden', name: '园林分馆', weeklyHours: closedOn(), order: 2 }),
  ],
  events: [
    {
      ...NOTHING_YET,
      _id: 'talk',
      title: '讲座',
      kind: 'talk',
      speaker: '',
      about: [],
      audience: '',
      branchId: 'main',
      place: '报告厅',
      startsAt: '2026-11-28T06:00:00.000Z',
      endsAt: '2026-11-28T08:00:00.000Z',
      opensAt: JOINED,
      closesAt: '2026-11-28T06:00:00.000Z',
      quota: 2,
      free: 2,
    },
  ],
  settings: [
    {
      _id: 'library',
      name: '小图书馆',
      cardPrefix: '301',
      cardYears: 5,
      profiles: { open: true },
      announcements: { open: true },
      articles: { open: true, clips: false },
      events: { lives: ['contest', 'reading_aloud', 'drifting', 'donation'] },
      deliveries: {
        ...{ open: true, linkDays: 7, linkOpens: 2 },
        ...{ agreeDays: 7, askedDays: 2, searchDays: 14, handOverDays: 3 },
      },
      dueSoonDays: 3,
      overdueSteps: [1, 7, 30],
      readerCategories: [
        { id: 'adult', name: '成人' },
        { id: 'child', name: '少儿' },
      ],
      itemTypes: [{ id: 'book', name: '图书' }],
      reviewsApplications: 'none',
      anonymiseAfterDays: 30,
      overrides: { loan_limit_reached: 'circulation', card_expired: 'manager' },
      templates: {
        hold_ready: {
          templateId: HOLD_READY_TEMPLATE,
          fields: { title: 'thing1', branch: 'thing2', day: 'date3' },
        },
      },
    },
    { _id: 'card-key', key: 'a key for tests' },
    // Tests of other things act without being asked who they are.
    { _id: 'safety', deskAccepts: 'number', asksAgain: { on: false, minutes: 5 }, keyDays: 30 },
    { _id: 'card-counter', last: 100 },
    { _id: 'receipt-counter', last: 0 },
  ],
});

/** `warm`: instances of the doors of readers and of staff. */
export const startSmallLibrary = async (warm = 1): Promise<SmallLibrary> => {
  const cloud = await startCloud({
    collections,
    functions: join(root, 'dist', 'cloudfunctions'),
    // The two doors that nearly everything goes through; the others start when they are asked.
    warm: { reader: warm, staff: warm },
    root,
  });
  const putBack: SmallLibrary['putBack'] = async (stood) => {
    await cloud.clock.move({ set: START });
    for (const name of Object.keys(collections) as CollectionName[]) {
      await cloud.db.clear(name);
      await cloud.db.upsert(name, [...(stood[name] ?? [])] as object[] as Record<string, unknown>[]);
    }
  };
  const startOver = (): Promise<void> => putBack(documentsAtStart());
  await startOver();
  let later = 0;
  const startOverLater = async (minutes: number): Promise<void> => {
    await startOver();
    later += minutes;
    await cloud.clock.move({ set: addMinutes(START, later) });
  };
  const appoint: SmallLibrary['appoint'] = async (who, roles) => {
    const _id = `o-${who}`;
    const [known] = await cloud.db.get('staff', [_id]);
    const member = known ?? { _id, name: '林馆员', branchId: 'main', active: true };
    await cloud.db.upsert('staff', [{ ...member, roles }]);
  };

  const ask: SmallLibrary['ask'] = async (who, action, input, requestId = randomUUID()) => {
    const door = doorOf(action);
    // A call whose turn did not come is made again, as the phone does it.
    const answer = await whenThereIsRoom(async () => {
      const told = await cloud.call(door, { action, input, requestId }, `o-${who}`);
      if (!('result' in told)) throw Object.assign(new Error(`${action}: ${JSON.stringify(told)}`), told);
      return told;
    });
    return answer.result as Answer<OutputOf<typeof action>>;
  };
  return {
    cloud,
    ask,
    get: async (who, action, input, requestId) => {
      const answer = await ask(who, action, input, requestId);
      if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer)}`);
      return answer.value;
    },
    refused: async (who, action, input, requestId) => {
      const answer = await ask(who, action, input, requestId);
      if (answer.ok || !('refusals' in answer))
        throw new Error(`${action} was not refused: ${JSON.stringify(answer)}`);
      return answer.refusals.map((refusal) => refusal.code);
    },
    document: async (collection, id) => (await cloud.db.get(collection, [id]))[0] as never,
    documents: async (collection, query = {}) => (await cloud.db.find(collection, query)) as never,
    everything: async () => {
      const names = Object.keys(collections) as CollectionName[];
      const all = await Promise.all(
        names.map(async (name) => [name, await cloud.db.find(name, {})] as const),
      );
      return Object.fromEntries(all) as never;
    },
    startOver,
    startOverLater,
    appoint,
    putBack,
    close: () => cloud.close(),
  };
};

/**
 * How several answers came out, in no order of coming: ok, the codes of a refusal, or whatever else was said.
 */
export const outcomes = (answers: Answer<unknown>[]): string[] =>
  answers
    .map((answer) =>
      answer.ok
        ? 'ok'
        : 'refusals' in answer
          ? answer.refusals.map(({ code }) => code).join('+')
          : JSON.stringify(answer),
    )
    .sort();
