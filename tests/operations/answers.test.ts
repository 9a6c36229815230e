import type { AnswerWords } from '../../typings/contract';
import { startSmallLibrary, type SmallLibrary } from './library';

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(async () => {
  await library.startOver();
  const anna = { _id: 'o-anna', name: '参考馆员', branchId: 'main', roles: ['reference'], active: true };
  await library.cloud.db.upsert('staff', [anna]);
});
afterAll(() => library.close());

const words = (changes: Partial<AnswerWords> = {}): AnswerWords => ({
  question: '怎样续借图书？',
  forms: ['书没看完可以延期吗'],
  subject: '借还',
  text: '在“我的借阅”里点“续借”。',
  links: [{ words: '我的借阅', page: '/features/loans/pages/mine/index' }],
  validUntil: null,
  ...changes,
});

const save = (changes: Partial<AnswerWords> = {}, others = {}) =>
  library.get('boss', 'answerDesk.save', {
    answerId: '',
    version: 0,
    send: true,
    keep: [],
    ...words(changes),
    ...others,
  });

const publish = async (changes: Partial<AnswerWords> = {}) => {
  const { answerId, version } = await save(changes);
  return library.get('anna', 'answerDesk.review', { answerId, version, publish: true });
};

/** A warm function looks for changes every five seconds. */
const later = () => library.cloud.clock.move({ advance: { minutes: 1 } });

it('readers see an answer once a second person has published it, and find it by other words', async () => {
  const draft = await save();
  expect((await library.get('an', 'answers.browse', {})).list).toEqual([]);
  const seen = { answerId: draft.answerId, version: draft.version, publish: true };
  expect(await library.refused('boss', 'answerDesk.review', seen)).toEqual(['answer_own_review']);
  await library.get('anna', 'answerDesk.review', seen);
  await later();
  expect((await library.get('stranger', 'answers.suggest', { text: '看不完能续吗' })).list).toMatchObject([
    { answerId: draft.answerId, question: '怎样续借图书？', subject: '借还' },
  ]);
  expect(await library.get('stranger', 'answers.show', { answerId: draft.answerId })).toMatchObject({
    text: '在“我的借阅”里点“续借”。',
    links: [{ words: '我的借阅' }],
  });
  expect((await library.get('an', 'answers.browse', { subject: '借还' })).subjects).toEqual([
    { subject: '借还', answers: 1 },
  ]);
});

it('a change waits for a second person while the answer before it goes on being read', async () => {
  const { answerId, version } = await publish();
  const changed = await save({ text: '打电话也可以。' }, { answerId, version });
  await later();
  expect((await library.get('an', 'answers.show', { answerId })).text).toBe('在“我的借阅”里点“续借”。');
  await library.get('anna', 'answerDesk.review', { answerId, version: changed.version, publish: true });
  await later();
  expect((await library.get('an', 'answers.show', { answerId })).text).toBe('打电话也可以。');
});

it('what rests on an older version is refused, and what does not wait is not reviewed', async () => {
  const { answerId, version } = await save({}, { send: false });
  expect(await library.refused('anna', 'answerDesk.review', { answerId, version, publish: true })).toEqual([
    'answer_not_waiting',
  ]);
  const again = { ...words(), answerId, version: 0, send: true, keep: [] };
  expect(await library.refused('boss', 'answerDesk.save', again)).toEqual(['answer_changed']);
});

it('taken back, it is gone for readers; given back, it is there', async () => {
  const { answerId } = await publish();
  await library.get('boss', 'answerDesk.show', { answerId, shown: false });
  await later();
  expect(await library.refused('an', 'answers.show', { answerId })).toEqual(['answer_not_found']);
  await library.get('boss', 'answerDesk.show', { answerId, shown: true });
  await later();
  expect(await library.get('an', 'answers.show', { answerId })).toMatchObject({ answerId });
});

it('personal data is not saved, but for what the librarian looked at and keeps', async () => {
  const text = '请打 13800138000。';
  const input = { ...words({ text }), answerId: '', version: 0, send: false, keep: [] };
  expect(await library.refused('boss', 'answerDesk.save', input)).toEqual(['personal_data']);
  expect(await library.documents('answers')).toEqual([]);
  await library.get('boss', 'answerDesk.save', { ...input, keep: ['13800138000'] });
  expect(await library.documents('answers')).toHaveLength(1);
});

it('what helped is counted at night, what nobody found is a gap without personal data and without a reader', async () => {
  const { answerId } = await publish();
  await library.get('an', 'answers.helped', { answerId, text: '', helped: true });
  await library.get('an', 'answers.helped', { answerId, text: '', helped: false });
  for (const text of ['能寄书到 13800138000 吗', '能寄书到13900139000吗？'])
    await library.get('an', 'answers.helped', { answerId: '', text, helped: false });
  expect((await library.get('boss', 'answerDesk.gaps', {})).list).toEqual([
    { text: expect.stringContaining('〔电话〕'), times: 2 },
  ]);
  expect(JSON.stringify(await library.documents('answerMarks'))).not.toMatch(/1380013|1390013|reader-|o-an/);
  await library.cloud.clock.move({ advance: { days: 1 } });
  await library.cloud.timer('jobs');
  expect(await library.get('boss', 'answerDesk.get', { answerId })).toMatchObject({ asked: 2, helped: 1 });
  expect((await library.documents('answerMarks')).map((mark) => mark.answerId)).toEqual(['', '']);
});

it('what ends soon is asked about again', async () => {
  await publish({ question: '暑假几点开门？', validUntil: '2020-08-31' });
  await publish({ question: '怎样还书？' });
  expect((await library.get('boss', 'answerDesk.list', { which: 'old' })).list).toMatchObject([
    { published: { question: '暑假几点开门？' }, responsible: expect.any(String) },
  ]);
});

it('who answers for what ends soon is asked whether it still holds, once', async () => {
  const identity = await library.document('identities', 'o-an');
  await library.cloud.db.upsert('identities', [{ ...identity, _id: 'o-boss' }]);
  await publish({ validUntil: '2026-12-01' });
  await publish({ question: '怎样预约？', forms: [], validUntil: '2027-12-01' });
  const told = async () =>
    (await library.documents('notices', { topic: 'reference' })).map(({ title, body }) => `${title} ${body}`);
  await library.cloud.clock.move({ advance: { days: 1 } });
  expect(await told()).toEqual([expect.stringContaining('请确认这条回答 “怎样续借图书？”有效至 2026-12-01')]);
  await library.cloud.clock.move({ advance: { days: 1 } });
  expect(await told()).toHaveLength(1);
});

it('is for staff of reference alone', async () => {
  expect(await library.refused('an', 'answerDesk.gaps', {})).toEqual(['not_staff']);
});
