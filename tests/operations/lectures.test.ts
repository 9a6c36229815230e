import { randomUUID } from 'node:crypto';
import type { LectureDraft } from '../../typings/contract';
import { startSmallLibrary, type SmallLibrary } from './library';

/** Recaps: written by the staff of role `events`, read by everybody, told to who registered. */

jest.setTimeout(240_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(async () => {
  await library.startOver();
  await library.appoint('eve', ['events']);
});
afterAll(() => library?.close());

const draft = (changes: Partial<LectureDraft> = {}): LectureDraft => ({
  title: '城南旧影',
  speaker: '岑野',
  speakerAbout: '',
  heldAt: '2026-11-28T06:00:00.000Z',
  duration: 40,
  lead: '一座城的样子。',
  keyPoints: [{ text: '看城墙的砖。', at: 8 }],
  quotes: [{ text: '城是走出来的。', at: 20 }],
  chapters: [
    { title: '出城', at: 30 },
    { title: '进城', at: 0 },
  ],
  replay: { source: 'file', fileId: 'cloud://cloud1-local.636c-cloud1-local/lectures/a.mp4' },
  titleIds: ['title-three'],
  quiz: [{ question: '城南在哪边？', choices: ['北', '南'], right: 1, why: '南城门在那里。' }],
  ...changes,
});
const begun = async (eventId = 'talk') =>
  (await library.get('eve', 'lectureDesk.begin', { eventId })).lectureId;
const written = async (changes: Partial<LectureDraft> = {}) => {
  const lectureId = await begun();
  await library.get('eve', 'lectureDesk.save', { ...draft(changes), lectureId });
  return lectureId;
};
const notSaved = async (changes: Partial<LectureDraft>) =>
  library.ask('eve', 'lectureDesk.save', { ...draft(changes), lectureId: await begun() });
const captions = (text: string) =>
  library.cloud.files.upload(`transcripts/${randomUUID()}.vtt`, Buffer.from(text));
const told = async (who: string) => {
  await library.cloud.timer('jobs');
  return library.documents('notices', { readerId: `reader-${who}`, topic: 'recap' });
};
const at = (set: string) => library.cloud.clock.move({ set });
const AFTER = '2026-11-28T09:00:00.000Z';

it('an event has one recap, which begins with what the event knew', async () => {
  const [one, other] = await Promise.all([begun(), begun()]);
  expect(other).toBe(one);
  expect(await library.documents('lectures')).toHaveLength(1);
  expect((await library.get('eve', 'lectureDesk.show', { lectureId: one })).draft.title).toBe('讲座');
  expect(await library.refused('desk', 'lectureDesk.begin', { eventId: '' })).toEqual(['role_missing']);
});

it('a draft is the staff’s alone; readers see it once it is published, chapters in their order', async () => {
  const lectureId = await written();
  for (const action of ['lectures.show', 'lectures.transcript'] as const)
    expect(await library.refused('an', action, { lectureId })).toEqual(['lecture_not_found']);
  expect((await library.get('an', 'lectures.list', {})).list).toEqual([]);
  await library.get('eve', 'lectureDesk.publish', { lectureId, at: null });
  const page = await library.get('an', 'lectures.show', { lectureId });
  expect(page.chapters.map(({ title }) => title)).toEqual(['进城', '出城']);
  expect(page.books[0]).toMatchObject({ titleId: 'title-three', availability: { onShelf: 1 } });
  expect((await library.get('an', 'lectures.list', {})).list).toHaveLength(1);
  await library.get('eve', 'lectureDesk.withdraw', { lectureId });
  expect(await library.refused('an', 'lectures.show', { lectureId })).toEqual(['lecture_not_found']);
});

it('who registered is told of it once, when its moment has come, however often it is published', async () => {
  for (const who of ['an', 'bai']) await library.get(who, 'events.register', { eventId: 'talk' });
  const lectureId = await written();
  await at(AFTER);
  const publish = (when: string | null) => library.get('eve', 'lectureDesk.publish', { lectureId, at: when });
  await publish('2026-11-29T02:00:00.000Z');
  expect(await told('an')).toEqual([]);
  expect((await library.get('an', 'events.show', { eventId: 'talk' })).lectureId).toBeUndefined();
  await at('2026-11-29T02:00:00.000Z');
  const [notice] = await told('an');
  expect(notice?.link).toContain(lectureId);
  await library.get('eve', 'lectureDesk.withdraw', { lectureId });
  await publish(null);
  await Promise.all([library.cloud.timer('jobs'), library.cloud.timer('jobs')]);
  expect([(await told('an')).length, (await told('bai')).length, (await told('chen')).length]).toEqual([
    1, 1, 0,
  ]);
  expect((await library.get('an', 'events.show', { eventId: 'talk' })).lectureId).toBe(lectureId);
});

it('a recap withdrawn before its moment is told to nobody', async () => {
  await library.get('an', 'events.register', { eventId: 'talk' });
  const lectureId = await written();
  await at(AFTER);
  await library.get('eve', 'lectureDesk.publish', { lectureId, at: '2026-11-29T02:00:00.000Z' });
  await library.get('eve', 'lectureDesk.withdraw', { lectureId });
  await at('2026-11-30T02:00:00.000Z');
  expect(await told('an')).toEqual([]);
});

it('what is right in the quiz reaches no phone before every question is answered', async () => {
  const lectureId = await written();
  await library.get('eve', 'lectureDesk.publish', { lectureId, at: null });
  const page = await library.ask('an', 'lectures.show', { lectureId });
  expect(JSON.stringify(page)).not.toMatch(/right|why|南城门/);
  const answer = (answers: number[]) => ({ lectureId, answers });
  for (const answers of [[], [2], [0, 0]])
    expect(await library.refused('an', 'lectures.answerQuiz', answer(answers))).toEqual(['quiz_not_whole']);
  expect(await library.get('an', 'lectures.answerQuiz', answer([0]))).toEqual({
    right: [1],
    why: ['南城门在那里。'],
    score: 0,
  });
});

it('marks behind the end, questions without an answer and films that do not play are refused with their place', async () => {
  const refused = async (changes: Partial<LectureDraft>) => {
    const answer = await notSaved(changes);
    return 'refusals' in answer ? answer.refusals : answer;
  };
  expect(
    await refused({
      quotes: [
        { text: '一', at: 1 },
        { text: '二', at: 41 },
      ],
    }),
  ).toEqual([{ code: 'mark_beyond_replay', field: 'quotes', place: 2, duration: 40 }]);
  const quiz = [{ question: '？', choices: ['甲', '乙'], right: 2, why: '' }];
  expect(await refused({ quiz })).toEqual([{ code: 'quiz_answer_missing', place: 1 }]);
  const playsNothing = { source: 'file', fileId: 'https://example.org/lecture.doc' } as const;
  expect(await notSaved({ replay: playsNothing })).toMatchObject({
    invalid: [{ path: 'input.replay.fileId' }],
  });
  const ofNobody = { source: 'channel', finderUserName: 'sph1', feedId: '', feedToken: '' } as const;
  expect(await notSaved({ replay: ofNobody })).toMatchObject({ invalid: [{ path: 'input.replay' }] });
});

it('a transcript is brought in whole or not at all, and the wrong line is named', async () => {
  const lectureId = await written();
  await library.get('eve', 'lectureDesk.publish', { lectureId, at: null });
  expect(await library.refused('an', 'lectures.transcript', { lectureId })).toEqual(['transcript_not_found']);
  const good = await captions('WEBVTT\n\n00:01.000 --> 00:03.000\n从前有一座城。\n');
  expect(await library.get('eve', 'lectureDesk.bringTranscript', { lectureId, fileId: good })).toEqual({
    lines: 1,
  });
  const bad = await captions('WEBVTT\n\n00:01.000 --> 00:03.000\n一\n\n00:09.000 --> 00:04.000\n二\n');
  const answer = await library.ask('eve', 'lectureDesk.bringTranscript', { lectureId, fileId: bad });
  expect(answer).toMatchObject({ refusals: [{ code: 'transcript_wrong', line: 6, why: 'time' }] });
  expect(await library.get('an', 'lectures.transcript', { lectureId })).toEqual({
    list: [{ at: 1, text: '从前有一座城。' }],
  });
  expect(await library.refused('eve', 'lectureDesk.bringTranscript', { lectureId, fileId: good })).toEqual([
    'transcript_file_gone',
  ]);
  await library.get('eve', 'lectureDesk.dropTranscript', { lectureId });
  expect(await library.documents('transcripts')).toEqual([]);
});

it('what readers see is not removed; a draft goes with its transcript, and its event may have another', async () => {
  const lectureId = await written({ lead: '', keyPoints: [], quotes: [] });
  expect(await library.refused('eve', 'lectureDesk.publish', { lectureId, at: null })).toEqual([
    'lecture_empty',
  ]);
  await library.get('eve', 'lectureDesk.save', { ...draft(), lectureId });
  await library.get('eve', 'lectureDesk.publish', { lectureId, at: null });
  expect(await library.refused('eve', 'lectureDesk.remove', { lectureId })).toEqual(['recap_published']);
  await library.get('eve', 'lectureDesk.withdraw', { lectureId });
  await library.get('eve', 'lectureDesk.remove', { lectureId });
  expect(await begun()).not.toBe(lectureId);
});

it('a recap that is not there is not found, whatever is to be done with it', async () => {
  const lectureId = 'nothing';
  const fileId = await captions('WEBVTT\n\n00:01.000 --> 00:03.000\n一\n');
  const asked = [
    library.refused('eve', 'lectureDesk.show', { lectureId }),
    library.refused('eve', 'lectureDesk.save', { ...draft(), lectureId }),
    library.refused('eve', 'lectureDesk.publish', { lectureId, at: null }),
    library.refused('eve', 'lectureDesk.withdraw', { lectureId }),
    library.refused('eve', 'lectureDesk.remove', { lectureId }),
    library.refused('eve', 'lectureDesk.bringTranscript', { lectureId, fileId }),
    library.refused('eve', 'lectureDesk.dropTranscript', { lectureId }),
    library.refused('an', 'lectures.answerQuiz', { lectureId, answers: [] }),
  ];
  expect(new Set((await Promise.all(asked)).flat())).toEqual(new Set(['lecture_not_found']));
  expect(await library.refused('eve', 'lectureDesk.begin', { eventId: 'nothing' })).toEqual([
    'event_not_found',
  ]);
});
