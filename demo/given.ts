import type { DonationDocument, DriftBookDocument, DriftLegDocument } from '../cloudfunctions/documents';
import type { DriftNaming } from '../typings/contract/drifting';
import type { DriftState } from '../typings/contract/work-states';
import { namedAs } from '../cloudfunctions/community/naming';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';
import { legId } from '../cloudfunctions/steps/given';
import { people } from './people';

/** Books that wander through the invented city, and books that its readers give. */

const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';

interface Wandering {
  id: string;
  code: string;
  title: string;
  author: string;
  about: string;
  state: DriftState;
  place: string;
  released: number;
  /** Who, from and to so many days ago (to null: still), what they wrote, how they stand there. */
  legs: [by: string, from: number, to: number | null, note: string, naming: DriftNaming, pen?: string][];
}

const WANDERING: Wandering[] = [
  {
    ...{ id: 'drift-border', code: 'BCXS2026', title: '边城', author: '沈从文', state: 'out' },
    ...{ about: '从总馆出发，想去看看云溪的每一个街角。', place: '临河社区分馆 漂流架', released: 96 },
    legs: [
      ['r-wu', 94, 70, '翠翠的船，让我想起老曹的船。看到最后一页，舍不得合上。', 'masked'],
      ['r-zhao', 66, 41, '地铁上读完的。下一位，请在下雨天读它。', 'pen_name', '一叶'],
      ['r-xu', 38, 6, '', 'nobody'],
    ],
  },
  {
    ...{ id: 'drift-prince', code: 'XWZ4K7PM', title: '小王子', author: '圣埃克苏佩里', state: 'held' },
    ...{ about: '', place: '', released: 51 },
    legs: [
      ['r-yinuo', 50, 33, '我最喜欢狐狸。', 'pen_name', '小诺'],
      ['r-lin', 12, null, '', 'masked'],
    ],
  },
  {
    ...{ id: 'drift-tea', code: 'CHJ7M3QA', title: '茶经', author: '陆羽', state: 'out' },
    ...{ about: '请配一壶茶。', place: '总馆 一楼咖啡角', released: 3 },
    legs: [],
  },
  {
    ...{ id: 'drift-sea', code: 'LRYH5T9W', title: '老人与海', author: '海明威', state: 'home' },
    ...{ about: '', place: '', released: 0 },
    legs: [],
  },
];

const legsOf = ({ id, title, legs }: Wandering, today: string): DriftLegDocument[] =>
  legs.map(([readerId, from, to, note, naming, penName = ''], n) => ({
    ...{ _id: legId(id, n + 1), driftId: id, number: n + 1, title, readerId, naming, penName },
    by: namedAs({ naming, penName }, nameOf(readerId)),
    from: instantOf(addDays(today, -from), '10:30'),
    to: to === null ? '' : instantOf(addDays(today, -to), '16:00'),
    ...{ note, noteState: note ? 'shown' : 'none' },
    noteAt: note ? instantOf(addDays(today, -(to ?? from)), '15:00') : '',
  }));

const bookOf = (told: Wandering, today: string): DriftBookDocument => {
  const { id, code, title, author, about, state, place, released, legs } = told;
  const last = legs.at(-1);
  const since = state === 'held' ? (last?.[1] ?? 0) : (last?.[2] ?? released);
  return {
    ...{ _id: id, code, barcode: '', title, author, about, state, place },
    since: instantOf(addDays(today, -since), '16:00'),
    releasedAt: released === 0 ? '' : instantOf(addDays(today, -released), '10:00'),
    ...{ holderId: state === 'held' ? (last?.[0] ?? '') : '', readers: legs.length },
    version: legs.length * 2 + 1,
  };
};

const some = (
  changes: Partial<DonationDocument> & Pick<DonationDocument, '_id' | 'readerId'>,
  today: string,
) => {
  const { naming = 'nobody', penName = '' } = changes;
  const at = instantOf(addDays(today, -20), '19:40');
  return {
    ...{ state: 'offered', books: [], words: '', way: 'bring', answer: '', thanks: '', number: '' },
    ...{ naming, penName, by: namedAs({ naming, penName }, nameOf(changes.readerId)) },
    ...{ offeredAt: at, since: at, receivedAt: '', endedAt: '' },
    ...changes,
  } satisfies DonationDocument;
};

type Book = DonationDocument['books'][number];
const book = (title: string, author: string, changes: Partial<Book> = {}): Book => ({
  ...{ isbn: '', title, author, count: 1, condition: 'good', wanted: null, fate: '' },
  ...changes,
});

const donationsOn = (today: string): DonationDocument[] => {
  const ago = (days: number): string => instantOf(addDays(today, -days), '10:00');
  return [
    some(
      {
        ...{
          _id: 'donation-gazetteer',
          readerId: 'r-luo',
          state: 'settled',
          naming: 'full',
          number: '2026-7C19A0',
        },
        books: [
          book('云溪旧志辑存', '罗启明 辑', { wanted: true, fate: 'catalogued', count: 2 }),
          book('云溪老照片', '', { wanted: true, fate: 'catalogued' }),
        ],
        ...{ words: '退休以后整理的，希望有人用得上。', way: 'fetch' as const },
        answer: '地方文献室很需要，馆员会上门来取。',
        thanks: '这批资料补上了本馆地方文献的缺口，谢谢罗老师。',
        ...{ receivedAt: ago(40), since: ago(32), endedAt: ago(32), offeredAt: ago(58) },
      },
      today,
    ),
    some(
      {
        ...{
          _id: 'donation-picture',
          readerId: 'r-lin',
          state: 'received',
          naming: 'masked',
          number: '2026-B2E401',
        },
        books: [
          book('好饿的毛毛虫', '艾瑞克·卡尔', { wanted: true, fate: 'drift', condition: 'like_new' }),
          book('猜猜我有多爱你', '山姆·麦克布雷尼', { wanted: true, condition: 'like_new' }),
        ],
        words: '孩子长大了，书还很新。',
        answer: '两种都想要，品相好的会放到少儿馆。',
        thanks: '谢谢您。两本书都很干净，孩子们会喜欢的。',
        ...{ receivedAt: ago(5), since: ago(5), offeredAt: ago(16) },
      },
      today,
    ),
    some(
      {
        ...{ _id: 'donation-novels', readerId: 'r-shen', naming: 'nobody', since: ago(1), offeredAt: ago(1) },
        books: [
          book('追忆似水年华', '普鲁斯特', { count: 7 }),
          book('新华字典（第 9 版）', '', { condition: 'worn' }),
        ],
        words: '搬家整理出来的，字典有些旧。',
      },
      today,
    ),
  ];
};

export function givenOn(today: string) {
  return {
    driftBooks: WANDERING.map((told) => bookOf(told, today)),
    driftLegs: WANDERING.flatMap((told) => legsOf(told, today)),
    donations: donationsOn(today),
  };
}
