import type { EventDraft, QuizPage } from '../../typings/contract';
import { DEFAULT_TERMS } from '../../cloudfunctions/community/event-terms';
import { aReader } from '../builders/documents';
import { startSmallLibrary, type SmallLibrary } from './library';

/** A quiz from its question bank to its ranking, through the real functions. */

jest.setTimeout(240_000);

const WHY = '因为书上这么写。';
const RIGHT = '对的选项';
const PLAN = {
  ...{ topics: ['云溪'], questions: 3, minutes: 10, pointsEach: 5, medalAt: 60 },
  reveal: 'after_all' as const,
};
const draft = (changes: Partial<EventDraft> = {}): EventDraft => ({
  ...{ title: '云溪知多少', kind: 'quiz', speaker: '', about: [], audience: '', branchId: 'main' },
  ...{ place: '线上', quota: 100, door: 0, agenda: [], bring: '', moreDates: [], publishAt: null },
  startsAt: '2026-11-22T01:00:00.000Z',
  endsAt: '2026-11-22T04:00:00.000Z',
  opensAt: '2026-11-20T01:00:00.000Z',
  closesAt: '2026-11-22T04:00:00.000Z',
  ...DEFAULT_TERMS,
  way: 'come',
  ...{ source: '', seedAt: null, quiz: PLAN },
  ...changes,
});
const question = (n: number, changes: object = {}) => ({
  ...{ questionId: '', topic: '云溪', kind: 'single' as const, text: `第 ${n} 题`, changedAt: '' },
  choices: [`${RIGHT} ${n}`, `甲 ${n}`, `乙 ${n}`],
  right: [0],
  why: `${WHY}${n}`,
  ...changes,
});

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(4);
});
beforeEach(async () => {
  await library.startOver();
  await library.appoint('eve', ['events']);
  for (let n = 1; n <= 6; n++) await library.get('eve', 'quizDesk.save', question(n));
});
afterAll(() => library?.close());

const saved = async (changes: Partial<EventDraft> = {}) =>
  (await library.get('eve', 'eventDesk.save', { ...draft(changes), eventId: '', publish: true })).eventId;
const start = (who: string, eventId: string, named = false) =>
  library.get(who, 'quizzes.start', { eventId, named });
const show = (who: string, eventId: string) => library.get(who, 'quizzes.show', { eventId });
const go = (minutes: number) => library.cloud.clock.move({ advance: { minutes } });
/** So many seconds after the end of what `an` has begun. */
const past = async (eventId: string, seconds: number) => {
  const attempt = await library.document('quizAttempts', `${eventId}_reader-an`);
  const set = new Date(Date.parse(attempt?.endsAt ?? '') + seconds * 1000).toISOString();
  return library.cloud.clock.move({ set });
};
const rightOf = ({ paper = [] }: QuizPage, place: number): number[] =>
  paper[place]?.choices.flatMap((choice, n) => (choice.startsWith(RIGHT) ? [n] : [])) ?? [];
const answers = async (who: string, page: QuizPage, places: number[]) => {
  for (const place of places)
    await library.get(who, 'quizzes.answer', { eventId: page.eventId, place, chosen: rightOf(page, place) });
};

it('is one attempt, begun on two phones at once, with the same questions in the same order', async () => {
  const eventId = await saved();
  const [one, other] = await Promise.all([start('an', eventId), start('an', eventId)]);
  expect(one.state).toBe('running');
  expect(other.paper).toEqual(one.paper);
  expect(await library.documents('quizAttempts')).toHaveLength(1);
  const [mine, theirs] = [one.paper, (await start('bai', eventId)).paper];
  expect(mine).toHaveLength(3);
  expect(JSON.stringify(theirs)).not.toBe(JSON.stringify(mine));
});

it('shows nothing of what is right before everybody is through, wherever one looks', async () => {
  const eventId = await saved();
  const begun = await start('an', eventId);
  const wrong = begun.paper?.[0]?.choices.findIndex((choice) => !choice.startsWith(RIGHT)) ?? 0;
  const answered = await library.get('an', 'quizzes.answer', { eventId, place: 0, chosen: [wrong] });
  const during = [
    begun,
    answered,
    await show('an', eventId),
    await library.get('an', 'quizzes.handIn', { eventId }),
    await show('an', eventId),
    await show('bai', eventId),
    await library.get('an', 'events.show', { eventId }),
    await library.get('an', 'events.list', {}),
  ];
  for (const page of during) {
    const text = JSON.stringify(page);
    expect(text).not.toContain(WHY);
    expect(text).not.toMatch(/"right":\[/);
    expect(text).not.toContain('seed');
  }
  expect(await library.refused('an', 'quizzes.ranking', { eventId })).toEqual(['quiz_not_over']);
  const { json } = await library.get('an', 'account.export', {});
  expect(json).not.toContain(WHY);
  await go(125);
  const page = await show('an', eventId);
  expect(page.paper?.[0]).toMatchObject({ chosen: [wrong], why: expect.stringContaining(WHY) });
  expect(page.paper?.[0]?.right).toEqual(rightOf(begun, 0));
});

it('while it runs what is kept of it for the reader does not tell whether an answer was right', async () => {
  const eventId = await saved();
  const page = await start('an', eventId);
  const kept = async () => {
    const { json } = await library.get('an', 'account.export', {});
    const [quiz] = (JSON.parse(json) as { quizzes: object[] }).quizzes;
    return quiz;
  };
  expect(await kept()).not.toHaveProperty('score');
  await answers('an', page, [0]);
  expect(await kept()).not.toHaveProperty('score');
  await library.get('an', 'quizzes.handIn', { eventId });
  expect(await kept()).toMatchObject({ score: 5, full: 15 });
});

it('tells what is right to each who is through, where the library wants that', async () => {
  const eventId = await saved({ quiz: { ...PLAN, reveal: 'after_own' } });
  const begun = await start('an', eventId);
  expect(JSON.stringify(begun)).not.toContain(WHY);
  const page = await library.get('an', 'quizzes.handIn', { eventId });
  expect(page.paper?.[0]?.right).toEqual(rightOf(begun, 0));
});

it('goes on where it was after a lost connection, with the seconds that are left', async () => {
  const eventId = await saved();
  const page = await start('an', eventId);
  expect(page.secondsLeft).toBe(600);
  await answers('an', page, [0, 2]);
  await go(4);
  const again = await show('an', eventId);
  expect(again).toMatchObject({ state: 'running' });
  expect(again.secondsLeft).toBeLessThanOrEqual(360);
  expect(again.paper?.map(({ chosen }) => chosen.length)).toEqual([1, 0, 1]);
  // Begun again on another phone it is the same one, with its own time.
  const other = await start('an', eventId);
  expect(other.paper).toEqual(again.paper);
  expect(other.secondsLeft).toBeLessThanOrEqual(360);
});

it('ends by time with what was kept, whether or not anything ran, and takes nothing after it', async () => {
  const eventId = await saved();
  const page = await start('an', eventId);
  await answers('an', page, [0, 1]);
  await past(eventId, 3);
  await answers('an', page, [2]);
  await past(eventId, 6);
  const late = { eventId, place: 1, chosen: [] };
  expect(await library.refused('an', 'quizzes.answer', late)).toEqual(['quiz_time_over']);
  expect(await library.refused('an', 'quizzes.handIn', { eventId })).toEqual(['quiz_time_over']);
  const ended = await show('an', eventId);
  expect(ended).toMatchObject({
    state: 'handed_in',
    result: { score: 15, right: 3, seconds: 600, byTime: true, medal: true },
  });
  expect(ended).not.toHaveProperty('secondsLeft');
});

it('the clock of a phone is never asked: an input with a time of its own is refused', async () => {
  const eventId = await saved();
  await start('an', eventId);
  const input = { eventId, place: 0, chosen: [0], at: '2026-11-21T00:00:00.000Z' };
  expect(await library.ask('an', 'quizzes.answer', input)).toMatchObject({ ok: false, invalid: [{}] });
});

it('an answer is changed until it is handed in, and handing in twice is once', async () => {
  const eventId = await saved();
  const page = await start('an', eventId);
  await answers('an', page, [0, 1, 2]);
  await library.get('an', 'quizzes.answer', { eventId, place: 1, chosen: [] });
  await go(2);
  const first = await library.get('an', 'quizzes.handIn', { eventId });
  expect(first.result).toMatchObject({ score: 10, byTime: false });
  await go(1);
  const second = await library.get('an', 'quizzes.handIn', { eventId });
  expect(second.result).toEqual(first.result);
  const late = { eventId, place: 1, chosen: [0] };
  expect(await library.refused('an', 'quizzes.answer', late)).toEqual(['quiz_handed_in']);
  expect((await start('an', eventId)).state).toBe('handed_in');
});

it('an answer and the handing in of another phone at once: both stand, or the answer is told no', async () => {
  const eventId = await saved();
  const page = await start('an', eventId);
  const [answer, done] = await Promise.all([
    library.ask('an', 'quizzes.answer', { eventId, place: 0, chosen: rightOf(page, 0) }),
    library.get('an', 'quizzes.handIn', { eventId }),
  ]);
  expect(done.state).toBe('handed_in');
  expect((await show('an', eventId)).result?.score).toBe(answer.ok ? 5 : 0);
});

it('ranks by score, then by time, then by who was through first; names those alone who said so', async () => {
  const eventId = await saved();
  const run = async (who: string, right: number[], named: boolean, minutes: number) => {
    const page = await start(who, eventId, named);
    await answers(who, page, right);
    await go(minutes);
    await library.get(who, 'quizzes.handIn', { eventId });
  };
  await run('an', [0], true, 1);
  await run('bai', [0, 1], false, 2);
  await start('chen', eventId);
  await run('ding', [0], false, 3);
  await library.get('ding', 'quizzes.setNamed', { eventId, named: true });
  await go(180);
  const { list, taken } = await library.get('bai', 'quizzes.ranking', { eventId });
  expect(taken).toBe(4);
  expect(list.map(({ rank, name, score, mine }) => [rank, name, score, mine])).toEqual([
    [1, '', 10, true],
    [2, 'a＊', 5, false],
    [3, 'd＊＊', 5, false],
    [4, '', 0, false],
  ]);
  expect(await show('ding', eventId)).toMatchObject({
    state: 'over',
    taken: 4,
    result: { rank: 3 },
    named: true,
  });
  expect(await show('chen', eventId)).toMatchObject({ result: { seconds: 600, byTime: true, rank: 4 } });
  const figures = await library.get('eve', 'quizDesk.figures', { eventId });
  expect(figures).toMatchObject({ taken: 4, handedIn: 4, average: 33, full: 15 });
  expect(figures.winners[0]).toMatchObject({ rank: 1, name: 'bai', score: 10 });
});

it('winners are told to the staff once it is over, and to nobody else', async () => {
  const eventId = await saved();
  await start('an', eventId);
  expect((await library.get('eve', 'quizDesk.figures', { eventId })).winners).toEqual([]);
  expect(await library.refused('desk', 'quizDesk.figures', { eventId })).toEqual(['role_missing']);
  expect(await library.refused('an', 'quizDesk.questions', {})).toEqual(['not_staff']);
});

it('of sixty who begin within a moment everybody has a paper, and nobody waits for another', async () => {
  const eventId = await saved();
  const names = Array.from({ length: 60 }, (_, n) => `crowd-${n}`);
  await library.cloud.db.upsert(
    'readers',
    names.map((name, n) => ({
      ...aReader({ _id: `reader-${name}`, name, cardNumber: `4010000${1000 + n}`, openid: `o-${name}` }),
    })),
  );
  const pages: QuizPage[] = [];
  for (let n = 0; n < names.length; n += 20)
    pages.push(...(await Promise.all(names.slice(n, n + 20).map((who) => start(who, eventId)))));
  expect(pages.map(({ state }) => state)).toEqual(names.map(() => 'running'));
  expect(await library.documents('quizAttempts')).toHaveLength(60);
});

it('is published with a plan and enough questions, and stays as it began', async () => {
  const refused = (changes: Partial<EventDraft>) =>
    library.refused('eve', 'eventDesk.save', { ...draft(changes), eventId: '', publish: true });
  expect(await refused({ quiz: undefined })).toEqual(['quiz_plan_missing']);
  expect(await refused({ quiz: { ...PLAN, questions: 7 } })).toEqual(['quiz_too_few']);
  expect(await refused({ quiz: undefined, publishAt: '2026-11-22T03:00:00.000Z' })).toEqual([
    'quiz_plan_missing',
  ]);
  const eventId = await saved();
  const changed = { ...draft({ quiz: { ...PLAN, minutes: 20 } }), eventId, publish: true };
  expect(await library.refused('eve', 'eventDesk.save', changed)).toEqual(['quiz_begun']);
  // Quizzes stand in no room: another one at the same time is another one.
  await saved({ title: '另一场' });
});

it('cannot be begun before it opens, after it ended, without a card, or where it is off', async () => {
  const eventId = await saved({ startsAt: '2026-11-22T03:00:00.000Z' });
  const begin = (who: string) => library.refused(who, 'quizzes.start', { eventId, named: false });
  expect(await begin('an')).toEqual(['quiz_not_open']);
  expect((await show('an', eventId)).state).toBe('not_yet');
  expect(await begin('nobody')).toEqual(['no_card']);
  await go(121);
  expect(await begin('an')).toEqual(['quiz_over']);
  const talks = { kinds: ['talk' as const], lives: [], draws: true, lectures: true };
  await library.get('boss', 'eventDesk.setServices', talks);
  await go(2);
  expect(await begin('an')).toEqual(['event_not_found']);
});

it('a question is changed by who saw it last, retired unless a quiz needs it, and stays on papers', async () => {
  const eventId = await saved({ quiz: { ...PLAN, questions: 6 } });
  const begun = await start('an', eventId);
  const { list, topics } = await library.get('eve', 'quizDesk.questions', { topic: '云溪' });
  expect(topics).toEqual([{ topic: '云溪', questions: 6 }]);
  const [one] = list;
  if (!one) throw new Error('there is no question');
  const { retired: _retired, ...words } = one;
  await go(1);
  await library.get('eve', 'quizDesk.save', { ...words, text: '改过的题' });
  expect(await library.refused('eve', 'quizDesk.save', { ...words, text: '又改' })).toEqual([
    'question_changed',
  ]);
  expect((await show('an', eventId)).paper?.map(({ text }) => text)).toEqual(
    begun.paper?.map(({ text }) => text),
  );
  const retire = { questionId: one.questionId, retired: true };
  expect(await library.refused('eve', 'quizDesk.retire', retire)).toEqual(['question_needed']);
  await library.get('eve', 'quizDesk.save', question(7));
  expect(await library.get('eve', 'quizDesk.retire', retire)).toMatchObject({ retired: true });
  const gone = await library.get('eve', 'quizDesk.questions', { retired: true });
  expect(gone.list.map(({ text }) => text)).toEqual(['改过的题']);
  const wrong = question(8, { right: [0, 1] });
  expect(await library.refused('eve', 'quizDesk.save', wrong)).toEqual(['question_wrong']);
});

it('a list is brought in whole or not at all, and twice is once', async () => {
  const file = async (lines: string[]) =>
    library.cloud.files.upload(
      `questions/list-${lines.length}-${Date.now()}.csv`,
      Buffer.from(['主题,题型,题目,A,B,C,答案,解析', ...lines].join('\n')),
    );
  const good = [
    '诗词,单选,床前明月光的作者,李白,杜甫,白居易,A,静夜思',
    '诗词,判断,《春望》是杜甫写的,,,,对,',
  ];
  const bring = async (lines: string[]) => ({ fileId: await file(lines) });
  expect(
    await library.refused('eve', 'quizDesk.bringIn', await bring([...good, '诗词,单选,没有答案,一,二,三,,'])),
  ).toEqual(['questions_wrong']);
  expect(await library.documents('quizQuestions', { topic: '诗词' })).toEqual([]);
  expect(await library.get('eve', 'quizDesk.bringIn', await bring(good))).toEqual({ added: 2, known: 0 });
  expect(await library.get('eve', 'quizDesk.bringIn', await bring(good))).toEqual({ added: 0, known: 2 });
  expect(await library.refused('eve', 'quizDesk.bringIn', await bring([]))).toEqual(['questions_none']);
});

it('the paper goes after half a year, the result stays until the account is closed', async () => {
  const eventId = await saved();
  const page = await start('an', eventId, true);
  await answers('an', page, [0, 1]);
  const [old] = await library.documents('quizAttempts');
  await library.cloud.db.upsert('quizAttempts', [{ ...old!, endsAt: '2026-05-01T02:00:00.000Z' }]);
  await library.cloud.clock.move({ advance: { days: 1 } });
  const [attempt] = await library.documents('quizAttempts');
  expect(attempt).toMatchObject({ whole: false, questions: [], answers: [], name: '', score: 10 });
});
