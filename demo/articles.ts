import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleWords, Block, Column } from '../typings/contract/articles';
import type { LocalDate } from '../typings/contract/shapes';
import { minutesToRead } from '../cloudfunctions/community/articles';
import type {
  AnnouncementDocument,
  ArticleDocument,
  ArticlePrintingDocument,
  ColumnFollowDocument,
  OutboxDocument,
  TitleDocument,
} from '../cloudfunctions/documents';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';
import { messageOf, noticeOf, type Telling } from '../cloudfunctions/steps/notices';

/**
 * Articles of the invented library, written and drawn for it. What they say of real books, films and
 * paintings is so; nobody who writes or reads in them is real.
 */

export const COLUMNS: Column[] = [
  { columnId: 'film', name: '光影', about: '看过电影，再翻开书' },
  { columnId: 'painting', name: '画里', about: '一次看一幅，看久一点' },
  { columnId: 'shelf', name: '书边', about: '馆员读过、想推给您的' },
];

/** Files of the articles by their names, once they are in the cloud's storage. */
export type ArticleFiles = Readonly<Record<string, string>>;

const NAMES = [
  'spring.jpg',
  'summer.jpg',
  'autumn.jpg',
  'winter.jpg',
  'camels.jpg',
  'lamp.jpg',
  'farewell.wav',
];

/** Puts the files there. */
export const putArticleFiles = async (
  upload: (cloudPath: string, bytes: Buffer) => Promise<string>,
): Promise<ArticleFiles> => {
  const files: Record<string, string> = {};
  for (const name of NAMES)
    files[name] = await upload(`articles/demo-${name}`, readFileSync(join(__dirname, 'data/articles', name)));
  return files;
};

/** Written with the names of files and books where they will have ids; without days: a draft. */
interface Written {
  _id: string;
  daysAgo?: number;
  words: ArticleWords;
}

const WRITTEN: Written[] = JSON.parse(
  readFileSync(join(__dirname, 'data/articles.json'), 'utf8'),
) as Written[];

const withIds = (
  words: ArticleWords,
  fileOf: (name: string) => string,
  titleOf: (name: string) => string,
): ArticleWords => ({
  ...words,
  cover: fileOf(words.cover),
  blocks: words.blocks.map((block): Block => {
    if (block.kind === 'book') return { ...block, titleId: titleOf(block.titleId) };
    if (block.kind !== 'gallery')
      return 'fileId' in block ? { ...block, fileId: fileOf(block.fileId) } : block;
    const pictures = block.pictures.map((picture) => ({ ...picture, fileId: fileOf(picture.fileId) }));
    return { ...block, pictures };
  }),
});

const published = ({ _id, words, daysAgo = 0 }: Written, today: LocalDate): ArticleDocument => {
  const publishedAt = instantOf(addDays(today, -daysAgo), '10:00');
  return {
    ...{ _id, ...words, minutes: minutesToRead(words), shown: true, publishedAt, draft: null },
    ...{ printing: 1, toldAt: publishedAt, by: '许清', changedAt: publishedAt, version: 2 },
  };
};

const draft = (_id: string, words: ArticleWords, today: LocalDate): ArticleDocument => ({
  ...{ _id, columnId: '', title: '', lead: '', author: '', cover: '', blocks: [], minutes: 1 },
  ...{ shown: false, publishedAt: null, draft: words, printing: 0, toldAt: null },
  ...{ by: '许清', changedAt: instantOf(addDays(today, -1), '16:20'), version: 1 },
});

const printingOf = ({ _id, by, publishedAt, ...article }: ArticleDocument): ArticlePrintingDocument => {
  const { columnId, title, lead, author, cover, blocks } = article;
  return {
    ...{ _id: `${_id}_1`, articleId: _id, printing: 1, by, at: publishedAt ?? '' },
    words: { columnId, title, lead, author, cover, blocks },
  };
};

const follows = (today: LocalDate): ColumnFollowDocument[] =>
  [
    ['painting', 'r-lin'],
    ['film', 'r-chen'],
    ['shelf', 'r-tang'],
    ['film', 'r-tang'],
  ].map(([columnId = '', readerId = '']) => ({
    ...{ _id: `${columnId}_${readerId}`, columnId, readerId, at: instantOf(addDays(today, -20), '12:00') },
  }));

const AUDIENCE = {
  everybody: false,
  branchIds: [],
  minAge: null,
  maxAge: null,
  interests: [],
  categories: [],
};

const announcementsOn = (today: LocalDate): AnnouncementDocument[] => [
  {
    _id: 'n-power',
    title: '下周二总馆检修电路',
    text: '下周二下午总馆检修电路，14:00 起闭馆，还书箱照常可用。当天到期的书已顺延一天。',
    ...{ link: '', urgent: false, publishAt: null, state: 'sent', readers: 4, by: '许清', version: 2 },
    audience: { ...AUDIENCE, branchIds: ['main'], eventId: '' },
    toldFrom: instantOf(addDays(today, -1), '10:00'),
    changedAt: instantOf(addDays(today, -1), '10:00'),
  },
  {
    _id: 'n-story',
    title: '周末故事会添了一场',
    text: '报名的孩子多，周日上午十点加一场，同一个故事，同一间屋子。',
    ...{ link: '', urgent: false, publishAt: null, state: 'draft', readers: 0, by: '许清', version: 1 },
    audience: { ...AUDIENCE, categories: ['child'], maxAge: 10, eventId: '' },
    toldFrom: null,
    changedAt: instantOf(today, '09:30'),
  },
];

/** Who had books of the main library at home when it was told, and what became of the message. */
const TOLD: readonly [string, OutboxDocument['status']][] = [
  ['r-su', 'not_subscribed'],
  ['r-luo', 'not_subscribed'],
  ['r-gao', 'switched_off'],
  ['r-bai', 'not_subscribed'],
];

const powerCut = (readerId: string): Telling => ({
  ...{ occasion: `announcement_n-power_${readerId}`, readerId, topic: 'news', of: 'n-power', waits: true },
  title: '下周二总馆检修电路',
  body: '下周二下午总馆检修电路，14:00 起闭馆，还书箱照常可用。当天到期的书已顺延一天。',
  ...{ link: '', facts: { title: '下周二总馆检修电路' } },
});

/** What the library has published, is writing and has told. */
export const articlesOn = (today: LocalDate, titles: readonly TitleDocument[], files: ArticleFiles) => {
  const told = instantOf(addDays(today, -1), '10:00');
  const written = WRITTEN.map((one) => ({
    ...one,
    words: withIds(
      one.words,
      (name) => files[name] ?? '',
      (name) => titles.find(({ title }) => title === name)?._id ?? '',
    ),
  }));
  const seen = written.filter(({ daysAgo }) => daysAgo !== undefined).map((one) => published(one, today));
  const drafts = written.filter(({ daysAgo }) => daysAgo === undefined);
  return {
    documents: {
      articles: [...seen, ...drafts.map(({ _id, words }) => draft(_id, words, today))],
      articlePrintings: seen.map(printingOf),
      columnFollows: follows(today),
      announcements: announcementsOn(today),
      outbox: TOLD.map(([readerId, status]) => ({ ...messageOf(powerCut(readerId), told), status })),
    },
    notices: TOLD.map(([readerId]) => noticeOf(powerCut(readerId), told)),
  };
};
