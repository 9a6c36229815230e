import type { ChallengePage, EventDraft } from '../../typings/contract';
import { DEFAULT_TERMS } from '../../cloudfunctions/community/event-terms';
import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

/** A reading challenge from its first day to its medals, through the real functions. */

jest.setTimeout(240_000);

const draft = (changes: Partial<EventDraft> = {}): EventDraft => ({
  ...{ title: '十天共读', kind: 'challenge', speaker: '', about: [], audience: '', branchId: 'main' },
  ...{ place: '线上', quota: 100, door: 0, agenda: [], bring: '', moreDates: [], publishAt: null },
  // From 20 to 29 November, by the library's day.
  startsAt: '2026-11-19T16:00:00.000Z',
  endsAt: '2026-11-29T16:00:00.000Z',
  opensAt: '2026-11-19T16:00:00.000Z',
  closesAt: '2026-11-29T16:00:00.000Z',
  ...DEFAULT_TERMS,
  way: 'come',
  ...{ source: '', seedAt: null, challenge: { makeUps: 2, steps: [2, 5], teamSize: 3 } },
  ...changes,
});

let library: SmallLibrary;
let eventId = '';
beforeAll(async () => {
  library = await startSmallLibrary(4);
});
beforeEach(async () => {
  // A warm function knows the library's switches for a minute.
  await library.startOverLater(2);
  await library.appoint('eve', ['events']);
  const [settings] = await library.documents('settings', { _id: 'library' });
  const openContent = { reviews: true, lists: false };
  await library.cloud.db.upsert('settings', [{ ...settings!, openContent }]);
  eventId = await saved();
});
afterAll(() => library?.close());

const saved = async (changes: Partial<EventDraft> = {}) =>
  (await library.get('eve', 'eventDesk.save', { ...draft(changes), eventId: '', publish: true })).eventId;
const TODAY = '2026-11-22';
const check = (changes: object = {}) => ({
  ...{ eventId, on: TODAY, makeUp: false, text: '', titleId: '', share: false },
  ...changes,
});
const checkIn = (who: string, changes: object = {}) => library.get(who, 'challenges.checkIn', check(changes));
const refused = (who: string, changes: object) => library.refused(who, 'challenges.checkIn', check(changes));
const show = (who: string) => library.get(who, 'challenges.show', { eventId });
const stateOn = ({ days }: ChallengePage, on: string) => days.find((day) => day.on === on)?.state;
const at = (instant: string) => library.cloud.clock.move({ set: instant });

it('a day counts once, however often and on however many phones it is tapped', async () => {
  const pages = await Promise.all([checkIn('an'), checkIn('an'), checkIn('an')]);
  expect(pages.map(({ count }) => count)).toEqual([1, 1, 1]);
  const [run] = await library.documents('challengeRuns');
  expect(run?.days).toEqual([{ on: TODAY, madeUp: false }]);
  expect(await show('an')).toMatchObject({ count: 1, streak: 1, daysLeft: 8, makeUpsLeft: 2 });
});

it('goes by the library’s midnight: a tap under way counts for its day, a late one says so', async () => {
  await at('2026-11-22T15:59:59.000Z');
  expect(stateOn(await checkIn('an'), TODAY)).toBe('done');
  await at('2026-11-22T16:02:00.000Z');
  // Tapped at 23:59 by `bai`, and two minutes under way.
  expect(stateOn(await checkIn('bai'), TODAY)).toBe('done');
  expect((await show('bai')).makeUpsLeft).toBe(2);
  await at('2026-11-22T16:06:00.000Z');
  expect(await refused('chen', {})).toEqual(['challenge_day_over']);
  expect(stateOn(await checkIn('chen', { makeUp: true }), TODAY)).toBe('made_up');
  expect(await checkIn('an', { on: '2026-11-23' })).toMatchObject({ count: 2, streak: 2, medals: [2] });
});

it('missed days are made up so often, and mend a streak', async () => {
  await checkIn('an');
  await checkIn('an', { on: '2026-11-21', makeUp: true });
  const page = await checkIn('an', { on: '2026-11-20', makeUp: true });
  expect(page).toMatchObject({ count: 3, streak: 3, makeUpsLeft: 0 });
  await at('2026-11-25T02:00:00.000Z');
  expect(await show('an')).toMatchObject({ streak: 0, longest: 3 });
  expect(await refused('an', { on: '2026-11-24', makeUp: true })).toEqual(['make_ups_used']);
  expect(await refused('an', { on: '2026-11-26' })).toEqual(['challenge_day_wrong']);
  expect(await refused('an', { on: '2026-11-19', makeUp: true })).toEqual(['challenge_day_wrong']);
});

it('two make-ups at once with one left: one of them', async () => {
  await checkIn('an', { on: '2026-11-20', makeUp: true });
  const makeUp = (on: string) => library.ask('an', 'challenges.checkIn', check({ on, makeUp: true }));
  await at('2026-11-24T02:00:00.000Z');
  const answers = await Promise.all([makeUp('2026-11-21'), makeUp('2026-11-22')]);
  expect(outcomes(answers)).toEqual(['make_ups_used', 'ok']);
});

it('a make-up working day and a holiday are days like any other', async () => {
  await library.cloud.db.upsert('calendars', [
    { _id: '2026', holidays: { '2026-11-23': '假日' }, workdays: { '2026-11-22': '假日调休' } },
  ]);
  for (const on of [TODAY, '2026-11-23']) {
    await at(`${on}T03:00:00.000Z`);
    expect(stateOn(await checkIn('an', { on }), on)).toBe('done');
  }
  expect((await show('an')).streak).toBe(2);
});

it('words are one’s own until one shares them, and wait for staff before others see them', async () => {
  await checkIn('an', { text: '自己记一笔' });
  await checkIn('bai', { text: '雨天读完第一章', share: true });
  expect((await library.get('chen', 'challenges.notes', { eventId })).list).toEqual([]);
  const { list } = await library.get('eve', 'challengeDesk.notes', { eventId });
  expect(list.map(({ text }) => text)).toEqual(['雨天读完第一章']);
  const { noteId = '', at: seen = '' } = list[0] ?? {};
  const allow = { noteId, at: seen, allow: true, why: '' };
  await library.get('eve', 'challengeDesk.decide', allow);
  const shown = await library.get('chen', 'challenges.notes', { eventId });
  expect(shown.list).toMatchObject([{ text: '雨天读完第一章', author: 'b＊＊', mine: false }]);
  // Written anew it is other words: they wait, and what was read cannot be decided on.
  await checkIn('bai', { text: '改过的话', share: true });
  expect((await library.get('chen', 'challenges.notes', { eventId })).list).toEqual([]);
  expect(await library.refused('eve', 'challengeDesk.decide', allow)).toEqual(['note_not_found']);
  await library.get('bai', 'challenges.dropNote', { eventId, on: TODAY });
  expect(await show('bai')).toMatchObject({ count: 1, notes: [] });
});

it('words that WeChat refuses are not kept; where readers’ words are not open nobody shares any', async () => {
  expect(await refused('an', { text: '这里有违规测试', share: true })).toEqual(['text_not_allowed']);
  expect(await library.documents('challengeRuns')).toEqual([]);
  await library.startOverLater(4);
  await library.appoint('eve', ['events']);
  eventId = await saved();
  expect((await checkIn('an', { text: '好书', share: true })).notes[0]?.status).toBe('own');
  expect((await show('an')).mayShare).toBe(false);
});

it('a book is one that the reader has at home', async () => {
  await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'A1', branchId: 'main' });
  const page = await show('an');
  expect(page.books).toEqual([{ titleId: 'title-one', title: '红楼梦' }]);
  expect((await checkIn('an', { titleId: 'title-one' })).notes[0]).toMatchObject({
    book: '红楼梦',
    text: '',
  });
  expect(await refused('an', { titleId: 'title-two' })).toEqual(['title_not_at_home']);
});

it('a team is joined by its code, is never too large, and tells what all did and nobody’s share', async () => {
  await checkIn('an');
  const { team } = await library.get('an', 'challenges.makeTeam', { eventId, name: '晨读队' });
  const code = team?.code ?? '';
  const join = (who: string) =>
    library.ask(who, 'challenges.joinTeam', { eventId, code: ` ${code.toLowerCase()} ` });
  expect(await library.refused('bai', 'challenges.joinTeam', { eventId, code: 'ZZZZZZ' })).toEqual([
    'team_not_found',
  ]);
  const two = await library.get('bai', 'challenges.joinTeam', { eventId, code });
  expect(two.team).toMatchObject({ members: 2, size: 3 });
  expect(two.team).not.toHaveProperty('days');
  // Two reach for the last place.
  expect(outcomes(await Promise.all([join('chen'), join('ding')]))).toEqual(['ok', 'team_full']);
  const page = await show('bai');
  expect(page.team).toMatchObject({ name: '晨读队', members: 3, days: 1 });
  expect(JSON.stringify(page)).not.toContain('reader-an');
  expect((await checkIn('bai')).team).toMatchObject({ days: 2 });
  expect(await library.refused('an', 'challenges.joinTeam', { eventId, code })).toEqual(['already_in_team']);
  await library.get('bai', 'challenges.leaveTeam', { eventId });
  expect(await library.refused('bai', 'challenges.leaveTeam', { eventId })).toEqual(['not_in_team']);
  expect((await show('an')).team).toMatchObject({ members: 2 });
});

it('whoever closes their account leaves their team, and nothing of theirs stays', async () => {
  const { team } = await library.get('an', 'challenges.makeTeam', { eventId, name: '晨读队' });
  await library.get('bai', 'challenges.joinTeam', { eventId, code: team?.code ?? '' });
  await checkIn('bai', { text: '一句话', share: true });
  await library.get('bai', 'account.close', { cardNumber: '30100000002' });
  await library.cloud.timer('jobs');
  expect((await library.documents('challengeTeams'))[0]).toMatchObject({ members: 1 });
  expect(await library.documents('challengeRuns', { readerId: 'reader-bai' })).toEqual([]);
  expect(await library.documents('challengeNotes')).toEqual([]);
});

it('staff see numbers, and no names', async () => {
  await checkIn('an');
  await checkIn('bai', { on: '2026-11-21', makeUp: true });
  const figures = await library.get('eve', 'challengeDesk.figures', { eventId });
  expect(figures).toMatchObject({ joined: 2, today: 1, teams: 0, reached: [{ step: 2, readers: 0 }, {}] });
  expect(JSON.stringify(figures)).not.toMatch(/reader-|an|bai/);
});

it('is published with a plan that its days can hold, and stays as it began', async () => {
  const save = (changes: Partial<EventDraft>, id = '') =>
    library.refused('eve', 'eventDesk.save', { ...draft(changes), eventId: id, publish: true });
  expect(await save({ challenge: undefined })).toEqual(['challenge_plan_missing']);
  expect(await save({ challenge: { makeUps: 0, steps: [11], teamSize: 0 } })).toEqual([
    'challenge_step_beyond',
  ]);
  expect(await save({ challenge: { makeUps: 9, steps: [2], teamSize: 0 } }, eventId)).toEqual([
    'challenge_begun',
  ]);
});

it('medals follow from what was done, also when the days are forgotten', async () => {
  await checkIn('an');
  await checkIn('an', { on: '2026-11-21', makeUp: true });
  const mine = async () => (await library.get('an', 'medals.mine', {})).list;
  expect(await mine()).toEqual([{ kind: 'challenge', title: '十天共读', step: 2, on: TODAY }]);
  const [run] = await library.documents('challengeRuns');
  await library.cloud.db.upsert('challengeRuns', [{ ...run!, endsOn: '2026-04-01' }]);
  await library.cloud.clock.move({ advance: { days: 1 } });
  const [after] = await library.documents('challengeRuns');
  expect(after).toMatchObject({ whole: false, days: [], count: 2, teamId: '' });
  expect(await mine()).toHaveLength(1);
});
