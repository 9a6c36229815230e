import { opaqueId } from '../../../cloudfunctions/kernel/opaque-id';
import type {
  CallDocument,
  DonationDocument,
  DriftBookDocument,
  DriftLegDocument,
  JudgeSheetDocument,
  WishDocument,
  WorkDocument,
} from '../../../cloudfunctions/documents';
import type { SmallLibrary } from '../library';
import type { KnownIds } from './known-ids';

/** Works that were sent, books that wander and books that are given, of these tests. */

const AT = '2026-11-10T02:00:00.000Z';
const READER = 'reader-reader';

/** A call as the form of the desk sends it. */
export const A_CALL = {
  ...{ kind: 'contest' as const, title: '我和图书馆', about: ['写一写。'], takes: 'text' as const },
  ...{ opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2026-12-01T10:00:00.000Z' },
  ...{ longest: 2000, pictures: 0, seconds: 60, dropExtremes: false, wideSpread: 20 },
  groups: [{ id: 'all', name: '全部', minAge: null, maxAge: null }],
  criteria: [{ id: 'idea', name: '立意', most: 10, weight: 1 }],
  prizes: [{ name: '一等奖', upTo: 1 }],
};
const JUDGE = { judgeId: opaqueId('o-content'), openid: 'o-content', name: '馆员content' };

const call = (_id: string, changes: Partial<CallDocument> = {}): CallDocument => ({
  ...A_CALL,
  ...{ _id, state: 'announced', why: '', judges: [], results: [], decidedAt: null },
  ...{ untold: false, version: 1 },
  ...changes,
});
const WORDS = { title: '书香里的午后', text: '每个周末我都来。', media: [] };
export const A_SIGNATURE = { publish: true, signedAs: 'masked' as const, penName: '' };
export const SOME_WORDS = WORDS;

const work = (callId: string, workId: string, changes: Partial<WorkDocument> = {}): WorkDocument => ({
  ...{ _id: `${callId}_${READER}`, workId, callId, readerId: READER, state: 'admitted', group: 'all' },
  ...{ draft: WORDS, sent: WORDS, why: '', by: '赵＊＊', changedAt: AT, version: 1 },
  ...A_SIGNATURE,
  ...{ barred: false, shown: true, reported: false, reports: [] },
  ...changes,
});

const OVER = { closesAt: '2026-11-20T10:00:00.000Z' };
const CALLS: CallDocument[] = [
  call('call-open'),
  call('call-draft', { state: 'draft' }),
  call('call-judged', { ...OVER, judges: [JUDGE] }),
  call('call-decided', {
    ...{ ...OVER, state: 'decided', decidedAt: AT },
    results: [{ workId: 'work-shown', rank: 1, prize: '一等奖', score: 90 }],
  }),
];
const WORKS: WorkDocument[] = [
  work('call-open', 'work-sent', { state: 'sent', shown: false }),
  work('call-judged', 'work-judged'),
  work('call-decided', 'work-shown'),
];
const SHEET: JudgeSheetDocument = {
  ...{ _id: `call-judged_${JUDGE.judgeId}`, callId: 'call-judged', judgeId: JUDGE.judgeId, closed: false },
  marks: { 'work-judged': { points: { idea: 9 }, abstain: false, comment: '', at: AT } },
};

const book = (_id: string, code: string, changes: Partial<DriftBookDocument> = {}): DriftBookDocument => ({
  ...{ _id, code, barcode: '', title: '边城', author: '沈从文', about: '', state: 'out', since: AT },
  ...{ releasedAt: AT, place: '一楼漂流架', holderId: '', readers: 0, version: 1 },
  ...changes,
});
const BOOKS: DriftBookDocument[] = [
  book('drift-out', 'ABCD2345'),
  book('drift-held', 'ABCD2346', { state: 'held', place: '', holderId: READER, readers: 1, version: 2 }),
  book('drift-home', 'ABCD2347', { state: 'home', releasedAt: '', place: '' }),
];
const LEG: DriftLegDocument = {
  ...{ _id: 'drift-held_0001', driftId: 'drift-held', number: 1, title: '边城', readerId: READER },
  ...{ naming: 'masked', penName: '', by: '赵＊＊', from: AT, to: '', note: '好看', noteState: 'waiting' },
  noteAt: AT,
};

export const A_DONATION = {
  books: [{ isbn: '', title: '城南旧事', author: '林海音', count: 1, condition: 'good' as const }],
  ...{ words: '', way: 'bring' as const, naming: 'masked' as const, penName: '' },
};
const donation = (_id: string, changes: Partial<DonationDocument> = {}): DonationDocument => ({
  ...{ ...A_DONATION, _id, readerId: READER, state: 'offered', answer: '', thanks: '', number: '' },
  ...{ by: '赵＊＊', offeredAt: AT, since: AT, receivedAt: '', endedAt: '' },
  books: A_DONATION.books.map((each) => ({ ...each, wanted: null, fate: '' })),
  ...changes,
});
const DONATIONS: DonationDocument[] = [
  donation('donation-offered'),
  donation('donation-wanted', { state: 'wanted', answer: '想要' }),
  donation('donation-received', { state: 'received', receivedAt: AT, thanks: '谢谢', number: '2026-ABC' }),
];

const WISH: WishDocument = {
  ...{ _id: 'wish-open', title: '云端的图书馆', author: '林远', isbn: '', keys: [], state: 'received' },
  ...{ since: AT, firstAt: AT, asked: 1, answer: '', titleId: '' },
};
const VOICE = { _id: `wish-open_${READER}`, wishId: 'wish-open', readerId: READER, why: '想看', at: AT };

export const putWorks = async ({ cloud: { db } }: Pick<SmallLibrary, 'cloud'>): Promise<KnownIds> => {
  const all: Record<string, object[]> = {
    calls: CALLS,
    works: WORKS,
    judgeSheets: [SHEET],
    driftBooks: BOOKS,
    driftLegs: [LEG],
    donations: DONATIONS,
    wishes: [WISH],
    wishVoices: [VOICE],
  };
  for (const [name, list] of Object.entries(all))
    await db.upsert(name, list.map((each) => ({ ...each })) as Record<string, unknown>[]);
  return {
    ...{ callId: 'call-open', workId: 'work-shown', driftId: 'drift-out' },
    ...{ donationId: 'donation-offered', wishId: 'wish-open' },
  };
};
