import { randomUUID } from 'node:crypto';
import { STATEMENT_VERSION } from '../../../cloudfunctions/reference/delivery-rules';
import type { SmallLibrary } from '../library';
import type { KnownIds } from './known-ids';
import {
  ATTEMPTS,
  CHALLENGE_NOTES,
  EVENTS,
  QUESTIONS,
  REGISTRATIONS,
  RUNNING_RUNS,
  TEAMS,
} from './standing-events';
import { putWorks } from './standing-works';

/** What stands in the library beside loans and holds, so that every operation finds something to do. */

const AT = '2026-11-22T02:00:00.000Z';

const NOTICE = {
  _id: 'notice-of-reader',
  readerId: 'reader-reader',
  topic: 'account',
  title: '读者证已开通',
  body: '您可以借书了。',
  link: '/pages/me/index',
  at: AT,
  read: false,
  named: true,
};

const CONFLICT = {
  _id: 'conflict-one',
  branchId: 'main',
  action: 'checkOut',
  barcode: 'C1',
  card: '30177777770',
  readerId: 'reader-reader',
  readerName: '赵葳蕤',
  titleName: '城南旧事',
  scannedAt: AT,
  arrivedAt: AT,
  staffName: '馆员circulation',
  why: [],
  status: 'open',
  settledBy: '',
  settledAt: null,
  comment: '',
};

const LECTURE = {
  _id: 'lecture-one',
  title: '城南旧影',
  speaker: '主讲',
  speakerAbout: '',
  heldAt: AT,
  duration: 3600,
  lead: '一座城的样子。',
  keyPoints: [],
  quotes: [],
  chapters: [],
  replay: { source: 'none' },
  titleIds: [],
  quiz: [{ question: '城南在哪一边？', choices: ['南', '北'], right: 0, why: '' }],
  publishAt: AT,
  eventId: null,
  lines: 1,
};
const TRANSCRIPT = { _id: LECTURE._id, list: [{ at: 0, text: '从前有一座城。' }] };
/** One that readers do not see yet. */
const DRAFT_LECTURE = { ...LECTURE, _id: 'lecture-draft', publishAt: null, lines: 0 };

/** One that its reader has put into the storage, and one that people have to look at. */
const MEDIA = {
  ...{ openid: 'o-reader', readerId: 'reader-reader', purpose: 'talk', kind: 'file', name: '', bytes: 9 },
  ...{
    seconds: 0,
    transcript: '',
    usedBy: '',
    at: AT,
    askedAt: '',
    askFailed: false,
    traceIds: [],
    opened: null,
  },
};
const media = async ({ cloud, document }: SmallLibrary, talkId: string): Promise<KnownIds> => {
  const put = (path: string) => cloud.files.upload(`${path}${randomUUID()}.pdf`, Buffer.from('%PDF-1.7'));
  await cloud.db.upsert('media', [
    { ...MEDIA, _id: 'media-sent', state: 'awaited', comesAs: await put('sent/'), keptAs: '', handedAt: '' },
    {
      ...{ ...MEDIA, _id: 'media-unsure', state: 'unsure', comesAs: await put('sent/') },
      ...{ keptAs: await put('kept/'), handedAt: AT, usedBy: 'some-talk' },
    },
  ]);
  await cloud.db.upsert('media', [
    {
      ...{ ...MEDIA, _id: 'media-talked', state: 'fit', comesAs: await put('sent/') },
      ...{ keptAs: await put('kept/'), handedAt: AT, usedBy: talkId },
    },
  ]);
  await cloud.db.upsert('talks', [{ ...(await document('talks', talkId)), media: ['media-talked'] }]);
  return { sentMediaId: 'media-sent', judgedMediaId: 'media-unsure', talkedMediaId: 'media-talked' };
};

/** With which nothing happened. */
export const NEW_COPY = {
  barcode: 'NEW0',
  branchId: 'main',
  shelf: '文学 1 架',
  callNumber: '',
  itemType: 'book',
  price: 2800,
  use: 'loan' as const,
  minAge: 0,
};

const question = { text: '有没有三体？', skill: 'general' as const };

/** Three talks: one waits, one is with a librarian, one is over. */
const talks = async ({ get }: SmallLibrary): Promise<KnownIds> => {
  const waiting = await get('reader', 'talks.open', question);
  const taken = await get('guardian', 'talks.open', question);
  await get('reference', 'talkDesk.come', { here: true });
  await get('reference', 'talkDesk.take', { talkId: taken.talkId });
  const said = await get('reference', 'talkDesk.say', { talkId: taken.talkId, text: '有，在总馆。' });
  const over = await get('child', 'talks.open', question);
  await get('reference', 'talkDesk.take', { talkId: over.talkId });
  await get('reference', 'talkDesk.finish', { talkId: over.talkId });
  return {
    talkId: waiting.talkId,
    takenTalkId: taken.talkId,
    overTalkId: over.talkId,
    saidNumber: String(said.number),
  };
};

const answers = async ({ get }: SmallLibrary): Promise<KnownIds> => {
  const words = { question: '怎样续借？', forms: [], subject: '借还', text: '点“续借”。', links: [] };
  const input = { ...words, validUntil: null, answerId: '', version: 0, send: true, keep: [] };
  const one = await get('director', 'answerDesk.save', input);
  const { answerId, version } = one;
  await get('reference', 'answerDesk.review', { answerId, version, publish: true });
  const waiting = await get('director', 'answerDesk.save', { ...input, question: '怎样预约？' });
  return { answerId, waitingAnswerId: waiting.answerId, waitingVersion: String(waiting.version) };
};

const lists = async ({ get }: SmallLibrary, readersList: string): Promise<KnownIds> => {
  const words = { listId: '', about: '', author: '馆员' };
  const one = await get('content', 'listDesk.save', { ...words, name: '馆员推荐' });
  const other = await get('content', 'listDesk.save', { ...words, name: '冬日' });
  await get('content', 'listDesk.add', { listId: one.listId, titleId: 'title-one' });
  await get('content', 'listDesk.add', { listId: one.listId, titleId: 'title-two' });
  const offered = await get('reader', 'lists.offer', { listId: readersList, author: '橘猫' });
  return {
    libraryListId: one.listId,
    withListId: other.listId,
    offeredAt: offered.changedAt,
  };
};

const RESOURCE = {
  resourceId: '',
  kind: 'database' as const,
  name: '期刊库',
  provider: '',
  about: '收录期刊。',
  guide: [],
  url: 'https://www.example.org',
  access: 'everywhere' as const,
  subjects: [],
  contact: '',
};

const staffs = async (library: SmallLibrary): Promise<KnownIds> => {
  const { get, cloud } = library;
  const one = await get('content', 'resourceDesk.save', RESOURCE);
  const other = await get('content', 'resourceDesk.save', { ...RESOURCE, name: '报纸库' });
  await get('content', 'resourceDesk.show', { resourceId: one.resourceId, shown: true });
  const range = { branchId: 'main', shelf: '', fromCallNumber: 'I', toCallNumber: 'I' };
  const { stocktakeId } = await get('circulation', 'stocktake.start', range);
  const path = `imports/${randomUUID()}.csv`;
  const fileId = await cloud.files.upload(path, Buffer.from('题名,条码\n夜航,Z9\n'));
  const run = await get('cataloguer', 'imports.start', {
    fileId,
    fileName: 'one.csv',
    branchId: 'main',
    copies: 1,
    source: 'one',
    full: false,
    columns: ['title', 'barcode'],
  });
  const closed = { branchId: 'main', from: '2027-03-01', to: '2027-03-02', why: '检修' };
  const { closureId } = await get('manager', 'rules.closeDays', closed);
  const { receipt } = await get('director', 'fees.pay', {
    readerId: 'reader-reader',
    amount: 100,
    method: 'cash',
  });
  const [paid] = await library.documents('accountLines', { kind: 'payment' });
  await get('director', 'fees.payDeposit', { readerId: 'reader-expired', amount: 100 });
  await get('cataloguer', 'cataloguing.addCopies', { titleId: 'title-one', copies: [NEW_COPY] });
  const card = { birthDate: '1990-05-01', phone: '13900001234', category: 'adult' as const };
  const { cardNumber } = await get('director', 'desk.newCard', {
    ...card,
    name: '林知夏',
    password: '135790',
  });
  const { colleagues } = await get('manager', 'safety.mine', {});
  const row = { note: '', policyId: '', readerCategory: 'child', itemType: 'book', branchId: 'garden' };
  const { policyId } = await get('manager', 'rules.savePolicy', { ...row, rules: { loanLimit: 5 } });
  for (const who of ['reference', 'circulation']) await get(who, 'safety.setPin', { pin: '135790' });
  return {
    policyId,
    paidLineId: paid?._id ?? 'none',
    newCardNumber: cardNumber,
    colleagueId: colleagues[0]?.memberId ?? 'none',
    resourceId: one.resourceId,
    withResourceId: other.resourceId,
    stocktakeId,
    runId: run.runId,
    fileId,
    closureId,
    receipt,
  };
};

const WANTED = {
  ...{ title: '点茶器具考', author: '沈冬梅', within: '农业考古', year: '2019', volume: '', pages: '' },
  ...{ isbn: '', doi: '', note: '' },
};
export const A_REQUEST = { kind: 'article' as const, wanted: WANTED, agreedTo: STATEMENT_VERSION };

export const A_SURVEY = {
  ...{ opensOn: '2026-11-22', closesOn: '2026-12-20' },
  questions: [{ about: 'place' as const, text: '馆里安静' }],
};

export const A_PROFILE = {
  ...{ profileId: '', name: '茶文化', when: 'weekly' as const },
  terms: { words: ['茶'], classes: [], authors: [], languages: [], kinds: [] },
};

const aFile = (cloud: SmallLibrary['cloud']) =>
  cloud.files.upload(`deliveries/${randomUUID()}.pdf`, Buffer.from('%PDF-1.7 an article'));

/** Documents from elsewhere, one in each state in which something can be done. */
const deliveries = async ({ get, cloud }: SmallLibrary): Promise<KnownIds> => {
  const ask = async (kind: 'article' | 'book' = 'article'): Promise<string> =>
    (await get('reader', 'deliveries.ask', { ...A_REQUEST, kind })).deliveryId;
  const searched = async (kind: 'article' | 'book' = 'article'): Promise<string> => {
    const deliveryId = await ask(kind);
    await get('reference', 'deliveryDesk.take', { deliveryId });
    return deliveryId;
  };
  const told = await searched();
  await get('reference', 'deliveryDesk.tellCost', { deliveryId: told, cost: 500 });
  const delivered = await searched();
  const file = { fileId: await aFile(cloud), name: '点茶.pdf' };
  await get('reference', 'deliveryDesk.deliver', { deliveryId: delivered, ...file });
  const lent = await searched('book');
  const copy = { barcode: 'ILL0', branchId: 'main', itemType: 'book', backBy: '2027-01-31' };
  await get('reference', 'deliveryDesk.arrive', { deliveryId: lent, ...copy });
  const hold = (await get('reader', 'holds.list', {})).list.find(({ title }) => title.title === WANTED.title);
  await get('reader', 'holds.cancel', { holdId: hold?.holdId ?? '' });
  return {
    deliveryId: await ask(),
    searchedDeliveryId: await searched(),
    searchedBookId: await searched('book'),
    toldDeliveryId: told,
    deliveredId: delivered,
    lentDeliveryId: lent,
    passedFileId: await aFile(cloud),
  };
};

export const AN_ANNOUNCEMENT = {
  ...{ title: '周日停电', text: '三点闭馆。', link: '', urgent: false, publishAt: null },
  audience: {
    ...{ everybody: false, branchIds: [], minAge: null, maxAge: null, interests: [], eventId: '' },
    categories: ['child'],
  },
};
export const AN_ARTICLE = (columnId: string) => ({
  ...{ columnId, title: '雨中的书房', lead: '', author: '馆员', cover: '' },
  blocks: [{ kind: 'text' as const, text: '雨下了一天。' }],
});

/** What the library announces and publishes: drafts, and one of each that readers have seen. */
const published = async ({ get, cloud, document }: SmallLibrary): Promise<KnownIds> => {
  const open = { open: true, clips: true };
  await get('manager', 'announcementDesk.setOpen', { open: true });
  await get('manager', 'articleDesk.setOpen', open);
  const column = { columnId: '', name: '光影', about: '' };
  const { columns } = await get('content', 'articleDesk.saveColumns', { columns: [column] });
  const columnId = columns[0]?.columnId ?? '';
  const announcement = { announcementId: '', version: 0, ...AN_ANNOUNCEMENT };
  const sent = await get('content', 'announcementDesk.save', announcement);
  const { readers } = await get('content', 'announcementDesk.count', { audience: AN_ANNOUNCEMENT.audience });
  await get('content', 'announcementDesk.send', { ...seen(sent), readers });
  const toSend = await get('content', 'announcementDesk.save', announcement);
  const toRemove = await get('content', 'announcementDesk.save', announcement);
  const article = { articleId: '', version: 0, words: AN_ARTICLE(columnId) };
  const { articleId, version } = await get('content', 'articleDesk.save', article);
  const told = { publishAt: null, tell: false };
  await get('content', 'articleDesk.publish', { articleId, version, ...told });
  // Every call is made at the moment of the start: it was seen before.
  const seenBefore = { ...(await document('articles', articleId)), publishedAt: '2026-11-01T02:00:00.000Z' };
  await cloud.db.upsert('articles', [{ ...seenBefore, _id: articleId }]);
  const draft = await get('content', 'articleDesk.save', article);
  const draftToRemove = await get('content', 'articleDesk.save', article);
  return {
    ...{ columnId, articleId, draftArticleId: draft.articleId, removedArticleId: draftToRemove.articleId },
    announcementId: sent.announcementId,
    toSendId: toSend.announcementId,
    toRemoveId: toRemove.announcementId,
    audienceCount: String(readers),
  };
};
const seen = ({ announcementId, version }: { announcementId: string; version: number }) => ({
  announcementId,
  version,
});

/** Puts all of it there; what others may ask for goes by the name of its field. */
export const putStanding = async (library: SmallLibrary, readersList: string): Promise<KnownIds> => {
  const { db } = library.cloud;
  await db.upsert('notices', [NOTICE]);
  await db.upsert('conflicts', [CONFLICT]);
  await db.upsert('lectures', [LECTURE, DRAFT_LECTURE]);
  await db.upsert('transcripts', [TRANSCRIPT]);
  await db.upsert(
    'events',
    EVENTS.map((each) => ({ ...each })),
  );
  await db.upsert(
    'registrations',
    REGISTRATIONS.map((each) => ({ ...each })),
  );
  const talking = await talks(library);
  await db.upsert(
    'quizQuestions',
    QUESTIONS.map((each) => ({ ...each })),
  );
  await db.upsert(
    'challengeRuns',
    RUNNING_RUNS.map((each) => ({ ...each })),
  );
  await db.upsert(
    'challengeTeams',
    TEAMS.map((each) => ({ ...each })),
  );
  await db.upsert(
    'challengeNotes',
    CHALLENGE_NOTES.map((each) => ({ ...each })),
  );
  await db.upsert(
    'quizAttempts',
    ATTEMPTS.map((each) => ({ ...each })),
  );
  return {
    questionsFileId: await library.cloud.files.upload(
      `questions/${randomUUID()}.csv`,
      Buffer.from('主题,题型,题目,A,B,答案\n云溪,单选,溪水流向哪里？,东,西,A\n'),
    ),
    noticeId: NOTICE._id,
    conflictId: CONFLICT._id,
    lectureId: LECTURE._id,
    draftLectureId: DRAFT_LECTURE._id,
    captionsFileId: await library.cloud.files.upload(
      `transcripts/${randomUUID()}.vtt`,
      Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n城南旧影\n'),
    ),
    ...talking,
    ...(await media(library, talking['talkId'] ?? '')),
    ...(await answers(library)),
    ...(await lists(library, readersList)),
    ...(await staffs(library)),
    ...(await deliveries(library)),
    ...(await published(library)),
    ...(await putWorks(library)),
    profileId: (await library.get('reader', 'profiles.save', A_PROFILE)).profileId,
    surveyYear: (await library.get('manager', 'surveyDesk.save', A_SURVEY)).year,
  };
};
