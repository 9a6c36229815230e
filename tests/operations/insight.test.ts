import { randomUUID } from 'node:crypto';
import { sourceOfBytes } from '../../cloudfunctions/exchange/bytes';
import { readXlsx } from '../../cloudfunctions/exchange/xlsx';
import { added, figuresOf } from '../../cloudfunctions/figures/count';
import type { Documents } from '../../cloudfunctions/documents';
import { startSmallLibrary, type SmallLibrary } from './library';

/** What is recommended, what readers say of the library, and what is counted. */

jest.setTimeout(240_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(1);
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const checkOut = (who: string, barcode: string, requestId?: string) =>
  library.get('desk', 'desk.checkOut', { readerId: `reader-${who}`, barcode, branchId: 'main' }, requestId);
const checkIn = (barcode: string) => library.get('desk', 'desk.checkIn', { barcode, branchId: 'main' });
const days = (count: number) => library.cloud.clock.move({ advance: { days: count } });
const shown = async (who: string, input: Parameters<typeof library.get>[2] = {}) =>
  library.get(who, 'recommendations.show', input as Record<string, never>);
const keepsHistory = (who: string) => library.get(who, 'account.setPreferences', { keepsHistory: true });

describe('recommendations', () => {
  const READERS = ['an', 'bai', 'chen'];

  /** Each of some readers borrows title one, and after it title two. */
  const readBoth = async (readers: readonly string[]) => {
    for (const who of readers) {
      await checkOut(who, 'A1');
      await checkIn('A1');
    }
    await days(1);
    for (const who of readers) {
      await checkOut(who, 'B1');
      await checkIn('B1');
    }
    await days(2);
  };

  it('are told together from the third reader on who keeps their history, with how many', async () => {
    for (const who of READERS) await keepsHistory(who);
    await readBoth(['an', 'bai']);
    const beside = { beside: 'title-one' };
    expect((await shown('ding', beside)).list.filter(({ because }) => because.by === 'readers')).toEqual([]);
    await readBoth(['chen']);
    expect((await shown('ding', beside)).list).toMatchObject([
      { title: { titleId: 'title-two' }, because: { by: 'readers', title: '红楼梦', readers: 3 } },
    ]);
  });

  it('nobody who does not keep their history is counted', async () => {
    await readBoth(READERS);
    expect(await library.documents('titleCompanions')).toEqual([]);
  });

  it('what was read is not shown, nor what was refused; a switch turns all of it off', async () => {
    for (const who of READERS) await keepsHistory(who);
    await readBoth(READERS);
    expect((await shown('an')).list.map(({ title }) => title.titleId)).not.toContain('title-two');
    const first = (await shown('ding', { recent: ['title-one'] })).list;
    expect(first.map(({ title }) => title.titleId)).toContain('title-two');
    await library.get('ding', 'recommendations.refuse', { titleId: 'title-two' });
    const then = (await shown('ding', { recent: ['title-one'] })).list;
    expect(then.map(({ title }) => title.titleId)).not.toContain('title-two');
    await library.get('ding', 'recommendations.setTaste', { forget: true });
    expect((await shown('ding', { recent: ['title-one'] })).list).toEqual(first);
    await library.get('ding', 'recommendations.setTaste', { on: false });
    expect(await shown('ding', { recent: ['title-one'] })).toEqual({ on: false, from: 'nothing', list: [] });
  });

  it('a visitor gets what follows from titles of the phone, and nothing of it is kept', async () => {
    await days(2);
    const before = await library.everything();
    const { from, list } = await shown('visitor', { recent: ['title-three'] });
    expect(from).toBe('phone');
    expect(list.map(({ title }) => title.titleId)).not.toContain('title-three');
    expect(await library.everything()).toEqual(before);
  });

  it('nothing above the age of who asks, and nothing with a mark for who is not known', async () => {
    await days(2);
    const [copy] = await library.documents('items', { _id: 'A1' });
    await library.cloud.db.upsert('items', [{ ...copy, minAge: 16 }]);
    const titles = async (who: string) =>
      (await shown(who, { recent: ['title-three'] })).list.map(({ title }) => title.titleId);
    expect(await titles('visitor')).not.toContain('title-one');
    expect(await titles('an')).toContain('title-one');
    const [reader] = await library.documents('readers', { _id: 'reader-an' });
    await library.cloud.db.upsert('readers', [{ ...reader, birthDate: '2018-01-01' }]);
    expect(await titles('an')).not.toContain('title-one');
  });

  it('a word of a librarian leads to its titles at once, and is the reason that is told', async () => {
    const { interestId, titles } = await library.get('boss', 'interestDesk.save', {
      name: '好小说',
      classes: ['I247'],
      subjects: [],
      shown: true,
    });
    expect(titles).toBe(3);
    await library.get('an', 'recommendations.setTaste', { interests: [interestId] });
    expect((await shown('an')).list[0]?.because).toEqual({
      by: 'interest',
      interest: '好小说',
      isNew: false,
    });
  });
});

describe('satisfaction', () => {
  it('a face counts once in thirty days, without a trace of who gave it', async () => {
    await checkOut('an', 'B1');
    expect(await library.get('an', 'satisfaction.ask', {})).toEqual({ service: 'visit', branchId: 'main' });
    await library.get('an', 'satisfaction.rate', { service: 'visit', faces: 4, branchId: 'main' });
    await library.get('an', 'satisfaction.rate', { service: 'visit', faces: 1, branchId: 'main' });
    const [count, ...others] = await library.documents('faceCounts');
    expect(others).toEqual([]);
    expect(count).toMatchObject({
      all: { four: 1, one: 0 },
      byService: { visit: { four: 1, one: 0 } },
      byBranch: { main: { four: 1, one: 0 } },
    });
    expect(JSON.stringify(count)).not.toMatch(/reader-an|o-an/);
    expect(await library.get('an', 'satisfaction.ask', {})).toEqual({ service: null, branchId: '' });
  });

  it('whoever switched every topic off is asked nothing', async () => {
    await checkOut('an', 'B1');
    const [reader] = await library.documents('readers', { _id: 'reader-an' });
    const topics = Object.fromEntries(Object.keys(reader!.topics).map((topic) => [topic, false]));
    await library.cloud.db.upsert('readers', [{ ...reader, topics }]);
    expect((await library.get('an', 'satisfaction.ask', {})).service).toBeNull();
  });

  it('a complaint is cleaned, answered, told, and open again when it did not help', async () => {
    const { caseId, words } = await library.get('an', 'satisfaction.complain', {
      words: '阅览室太吵了，请打 13912345678 告诉我',
    });
    expect(words).toBe('阅览室太吵了，请打 〔电话〕 告诉我');
    expect(await library.refused('desk', 'caseDesk.list', {})).toEqual(['role_missing']);
    const [row] = (await library.get('boss', 'caseDesk.list', {})).list;
    expect(row).toMatchObject({ caseId, state: 'open', dueOn: '2026-11-27', late: false, owner: '' });
    expect(JSON.stringify(row)).not.toMatch(/reader-an|13912345678/);
    await library.get('boss', 'caseDesk.take', { caseId });
    await library.get('boss', 'caseDesk.answer', { caseId, answer: '已请保安巡查。' });
    expect((await library.get('an', 'notices.list', {})).list[0]).toMatchObject({
      title: '您的意见有回复了',
    });
    expect(await library.get('an', 'satisfaction.helped', { caseId, helped: false })).toMatchObject({
      state: 'open',
    });
    expect((await library.get('boss', 'caseDesk.list', {})).list).toMatchObject([{ caseId, again: 1 }]);
    expect(await library.refused('bai', 'satisfaction.helped', { caseId, helped: true })).toEqual([
      'case_not_found',
    ]);
  });

  it('a questionnaire is answered once a year, and nobody is found in what is kept', async () => {
    const about = 'place' as const;
    const days7 = { opensOn: '2026-11-22', closesOn: '2026-11-28' };
    expect(await library.refused('an', 'satisfaction.answerSurvey', { year: '2026', answers: [] })).toEqual([
      'survey_not_open',
    ]);
    const planned = { ...days7, questions: [{ about, text: '馆里安静' }] };
    await library.get('boss', 'surveyDesk.save', planned);
    expect(await library.get('an', 'satisfaction.ask', {})).toMatchObject({ survey: '2026' });
    const { survey } = await library.get('an', 'satisfaction.survey', {});
    const questionId = survey?.questions[0]?.questionId ?? '';
    const given = { year: '2026', answers: [{ questionId, least: 5, wished: 8, seen: 6 }] };
    await library.get('an', 'satisfaction.answerSurvey', given);
    expect(await library.refused('an', 'satisfaction.answerSurvey', given)).toEqual(['survey_answered']);
    expect(await library.get('an', 'satisfaction.ask', {})).not.toHaveProperty('survey');
    const sums = await library.documents('surveySums');
    expect(sums).toMatchObject([{ year: '2026', answers: 1, of: { [questionId]: { least: 5, seen: 6 } } }]);
    expect(JSON.stringify(sums)).not.toMatch(/reader-an|o-an|2026-11-22/);
    const lines = await library.documents('operations', { action: 'satisfaction.answerSurvey' });
    expect(lines.map(({ readerId }) => readerId)).toEqual(['']);
    const changed = { ...days7, questions: [{ about, text: '别的' }] };
    expect(await library.refused('boss', 'surveyDesk.save', changed)).toEqual(['survey_runs']);
    expect(
      await library.get('boss', 'surveyDesk.save', { ...planned, closesOn: '2026-11-29' }),
    ).toMatchObject({
      state: 'open',
    });
  });

  it('a questionnaire is told when it is over and thirty have answered, not before', async () => {
    const questions = [{ questionId: 'q1', about: 'place' as const, text: '馆里安静' }];
    await library.cloud.db.upsert('surveys', [
      { _id: '2026', opensOn: '2026-11-01', closesOn: '2026-11-23', questions },
    ]);
    const sums = { least: 150, wished: 240, seen: 180, aboveLeast2: 60, aboveWished2: 150 };
    await library.cloud.db.upsert('surveySums', [
      { _id: '2026_0', year: '2026', answers: 30, of: { q1: sums } },
    ]);
    expect(await library.get('boss', 'surveyDesk.show', {})).toMatchObject({
      state: 'open',
      answers: 30,
      results: null,
    });
    await days(3);
    const { results } = await library.get('boss', 'surveyDesk.show', {});
    expect(results?.rows[0]).toMatchObject({ least: 5, seen: 6, adequacy: { mean: 1 } });
    expect(await library.refused('desk', 'surveyDesk.show', {})).toEqual(['role_missing']);
  });

  it('a quarter that is over is told by service, branch and category, beside the year before', async () => {
    const sums = (four: number) => ({ one: 0, two: 0, three: 0, four, five: 0 });
    const week = (of: string, four: number) => ({
      ...{ _id: of, week: of, all: sums(four), reasons: { wait: 2 } },
      byService: { visit: sums(four) },
      byBranch: { main: sums(four - 5), '-': sums(5) },
      byCategory: { adult: sums(four) },
    });
    await library.cloud.db.upsert('faceCounts', [week('2025-07-07', 31), week('2026-07-06', 40)]);
    const told = await library.get('boss', 'figureDesk.satisfaction', {});
    expect(told).toMatchObject({
      quarter: '2026-3',
      all: { answers: 40 },
      yearBefore: { answers: 31 },
      byService: [{ key: 'visit', answers: 40 }],
      byBranch: [
        { key: '网上', answers: null },
        { key: '总馆', answers: null },
      ],
      weeks: [{ from: '2026-07-06', to: '2026-07-12' }],
    });
    expect(told.reasons.find(({ reason }) => reason === 'wait')?.times).toBe(2);
  });

  it('opinions go with the account', async () => {
    await library.get('ding', 'satisfaction.complain', { words: '灯太暗' });
    await library.get('ding', 'recommendations.refuse', { titleId: 'title-one' });
    await library.get('ding', 'account.close', { cardNumber: '30100000004' });
    await days(1);
    expect([await library.documents('cases'), await library.documents('tastes')]).toEqual([[], []]);
  });
});

describe('figures', () => {
  const stored = async (): Promise<Documents['figures'][]> =>
    (await library.documents('figures')).sort((a, b) => (a._id < b._id ? -1 : 1));
  const fromLog = async (): Promise<Documents['figures'][]> => {
    const lines = (await library.documents('operations')).sort((a, b) => (a.at < b.at ? -1 : 1));
    return [...figuresOf(lines).values()]
      .map((each) => added(null, each))
      .sort((a, b) => (a._id < b._id ? -1 : 1));
  };

  it('counters equal the log, also where it was undone and where names are gone', async () => {
    const requestId = randomUUID();
    await checkOut('an', 'A1', requestId);
    await library.get('desk', 'desk.undo', { requestId });
    const { loan } = await checkOut('bai', 'B1');
    await library.get('bai', 'loans.renew', { loanId: loan.loanId });
    await library.get('chen', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });
    await days(1);
    await checkIn('B1');
    await days(1);
    const day = (await stored()).find(({ _id }) => _id === '2026-11-22_all');
    expect(day?.counts).toEqual({ loans: 1, visitsAtDesk: 1, renewals: 1, holds: 1 });
    expect(await stored()).toEqual(await fromLog());
    await days(40);
    expect(await stored()).toEqual(await fromLog());
    // An account that is closed takes its names with it, and nothing from the figures.
    const before = await stored();
    await library.get('bai', 'account.close', { cardNumber: '30100000002' });
    await days(1);
    expect((await stored()).filter(({ span }) => span.startsWith('2026-11'))).toEqual(
      before.filter(({ span }) => span.startsWith('2026-11')),
    );
  });

  it("the director's page tells them, and others may not ask", async () => {
    await checkOut('an', 'A1');
    await library.cloud.clock.move({ advance: { minutes: 20 } });
    const page = await library.get('boss', 'figureDesk.page', {});
    expect(page.compared.find(({ figure }) => figure === 'loans')).toMatchObject({
      today: 1,
      week: 1,
      month: 1,
      year: 1,
    });
    expect(page.byBranch).toMatchObject([{ loans: 1 }]);
    expect(page.satisfaction.rate).toBeNull();
    expect(await library.refused('desk', 'figureDesk.page', {})).toEqual(['role_missing']);
    expect((await library.get('boss', 'figureDesk.health', {})).pulses[0]).toMatchObject({
      service: '借书',
      days: 0,
    });
    const { csv } = await library.get('boss', 'figureDesk.rows', { from: '2026-11-01', to: '2026-11-30' });
    expect(csv).toContain('2026-11-22,1,0');
  });

  it('who borrows, who waits and what to buy is told, with the indicators of the standards', async () => {
    await checkOut('an', 'A1');
    await checkOut('bai', 'B1');
    for (const who of ['chen', 'ding'])
      await library.get(who, 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });
    const told = await library.get('boss', 'figureDesk.services', {});
    const of = (name: string) => told.indicators.find((each) => each.name === name);
    expect(of('活跃读者')?.formula).toMatch(/借过书 2 人/);
    expect(told.queues).toMatchObject([{ titleId: 'title-one', waiting: 2 }]);
    expect(told.waits).toBeNull();
    const requestId = randomUUID();
    await checkOut('chen', 'C1', requestId);
    await library.get('desk', 'desk.undo', { requestId });
    const borrowing = (await library.documents('readers')).flatMap(({ _id, borrowedIn }) =>
      borrowedIn ? [_id] : [],
    );
    expect(borrowing.sort()).toEqual(['reader-an', 'reader-bai']);
    expect(await library.refused('desk', 'figureDesk.services', {})).toEqual(['role_missing']);
  });

  it('an event that was closed and who came stand in the yearly form, and in its workbook', async () => {
    const closed = { kind: 'talk', state: 'closed', endsAt: '2026-05-01T04:00:00.000Z' };
    await library.cloud.db.upsert('events', [{ _id: 'spring-talk', ...closed }]);
    const counts = { figures: { attendances: 3 }, event: 'talk' };
    await library.cloud.db.upsert('operations', [
      {
        _id: 'o:one',
        action: 'eventDesk.checkIn',
        at: new Date(library.cloud.clock.now()).toISOString(),
        branchId: 'main',
        counts,
      },
    ]);
    await checkOut('an', 'A1');
    await library.cloud.clock.move({ advance: { minutes: 20 } });
    const { rows } = await library.get('boss', 'figureDesk.form', { year: '2026' });
    const of = (name: string) => rows.find((row) => row.name === name);
    expect(of('讲座 · 次数')?.value).toBe(1);
    expect(of('讲座 · 参加人次')).toMatchObject({ value: 3, parts: [{ name: '2026-11', value: 3 }] });
    expect(of('书刊文献外借册次')?.value).toBe(1);
    expect(of('总流通人次')?.value).toBeNull();
    const { base64, name } = await library.get('boss', 'figureDesk.workbook', { year: '2026' });
    const read = [];
    for await (const row of readXlsx(sourceOfBytes(Buffer.from(base64, 'base64')))) read.push(row);
    expect(name).toBe('本馆数字 2026.xlsx');
    expect(JSON.stringify(read)).toContain('书刊文献外借册次');
    expect(await library.get('boss', 'figureDesk.month', { month: '2026-11' })).toMatchObject({
      runs: true,
      byBranch: [{ loans: 1 }],
      // One loan of a class could be one reader's.
      byClass: [{ clc: '', loans: 1 }],
    });
  });

  it('an opinion is late from the library’s midnight on, not from that of Greenwich', async () => {
    await library.cloud.db.upsert('cases', [{ _id: 'case-one', state: 'open', dueOn: '2026-11-22' }]);
    await library.cloud.clock.move({ set: '2026-11-22T15:30:00.000Z' });
    const late = async () => {
      const { pulses } = await library.get('boss', 'figureDesk.health', {});
      return pulses.find(({ service }) => service.startsWith('逾期未回复的意见'))?.tone;
    };
    expect(await late()).toBe('good');
    await library.cloud.clock.move({ set: '2026-11-22T23:30:00.000Z' });
    expect(await late()).toBe('urgent');
  });
});
