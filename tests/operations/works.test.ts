import type { CallDraft, WorkWords } from '../../typings/contract/works';
import { aPicture, aVoice } from '../builders/files';
import { until } from '../until';
import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

/** Contests and readings aloud through the real functions; eve runs them, jiang and qiu judge. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(async () => {
  await library.startOverLater(6);
  await library.appoint('eve', ['events']);
  await library.appoint('jiang', ['circulation']);
  await library.appoint('qiu', ['content']);
  for (const [who, name] of [
    ['jiang', '江评委'],
    ['qiu', '丘评委'],
  ] as const)
    await library.cloud.db.upsert('staff', [
      { ...(await library.document('staff', `o-${who}`)), name },
    ] as never);
  await library.cloud.db.upsert('readers', [
    { ...(await library.document('readers', 'reader-an')), name: '安澜舟', birthDate: '2014-03-01' },
    { ...(await library.document('readers', 'reader-bai')), name: '白露晞' },
  ] as never);
  const services = { kinds: ['talk' as const], draws: true, lectures: true };
  await library.get('boss', 'eventDesk.setServices', { ...services, lives: ['contest', 'reading_aloud'] });
  await library.cloud.clock.move({ advance: { minutes: 2 } });
});
afterAll(() => library?.close());

const DRAFT: CallDraft = {
  ...{ kind: 'contest', title: '我和图书馆', about: ['写一写您和图书馆的故事。'] },
  ...{ opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2026-12-01T10:00:00.000Z' },
  ...{ takes: 'text', longest: 2000, pictures: 0, seconds: 60 },
  groups: [
    { id: 'child', name: '少儿组', minAge: null, maxAge: 17 },
    { id: 'adult', name: '成人组', minAge: 18, maxAge: null },
  ],
  criteria: [
    { id: 'idea', name: '立意', most: 10, weight: 60 },
    { id: 'words', name: '文笔', most: 10, weight: 40 },
  ],
  ...{ dropExtremes: true, wideSpread: 20 },
  prizes: [
    { name: '一等奖', upTo: 1 },
    { name: '二等奖', upTo: 3 },
  ],
};
const SIGNATURE = { publish: true, signedAs: 'masked' as const, penName: '' };
const words = (title = '书香里的午后', text = '每个周末我都来。'): WorkWords => ({ title, text, media: [] });

const judgeOf = async (callId: string, name: string) => {
  const { staff } = await library.get('eve', 'workDesk.call', { callId });
  return staff.find((each) => each.name === name)?.judgeId ?? '';
};
const setJudge = async (callId: string, name: string, judges = true) =>
  library.get('eve', 'workDesk.setJudge', { callId, judgeId: await judgeOf(callId, name), judges });
const announced = async (changes: Partial<CallDraft> = {}, judges = ['江评委', '丘评委']) => {
  const draft = { ...DRAFT, ...changes };
  const { callId } = await library.get('eve', 'workDesk.save', { callId: '', version: 0, draft });
  for (const name of judges) await setJudge(callId, name);
  await library.get('eve', 'workDesk.announce', { callId });
  return callId;
};
const send = (who: string, callId: string, text = words(), signature: object = SIGNATURE) =>
  library.get(who, 'works.send', { callId, words: text, signature: { ...SIGNATURE, ...signature } });
const toClosing = () => library.cloud.clock.move({ set: DRAFT.closesAt });
const mark = (who: string, callId: string, workId: string, [idea, style]: [number, number]) =>
  library.get(who, 'judging.mark', {
    ...{ callId, workId, points: { idea, words: style }, abstain: false, comment: '' },
  });

describe('a work', () => {
  it('is kept as a draft for its reader alone, and sent until the deadline', async () => {
    const callId = await announced();
    await library.get('an', 'works.save', { callId, words: words('草稿') });
    expect((await library.get('an', 'works.call', { callId })).own?.draft.title).toBe('草稿');
    expect((await library.get('bai', 'works.call', { callId })).own).toBeNull();
    expect((await library.get('eve', 'workDesk.works', { callId, which: 'all' })).list).toEqual([]);
    const own = await send('an', callId);
    expect([own.state, own.group, own.by]).toEqual(['admitted', '少儿组', '安＊＊']);
    // What is written afterwards does not touch what was sent.
    await library.get('an', 'works.save', { callId, words: words('改到一半') });
    expect((await library.get('an', 'works.call', { callId })).own?.sent?.title).toBe('书香里的午后');
    await toClosing();
    expect(
      await library.refused('an', 'works.send', { callId, words: words(), signature: SIGNATURE }),
    ).toEqual(['call_is']);
    expect(await library.refused('an', 'works.save', { callId, words: words() })).toEqual(['call_is']);
  });

  it('at the very deadline is late; a moment before it is in time', async () => {
    const callId = await announced();
    await library.cloud.clock.move({ set: '2026-12-01T09:59:59.000Z' });
    await send('an', callId);
    await library.cloud.clock.move({ set: DRAFT.closesAt });
    expect(
      await library.refused('bai', 'works.send', { callId, words: words(), signature: SIGNATURE }),
    ).toEqual(['call_is']);
  });

  it('sent twice at once is one work', async () => {
    const callId = await announced();
    const answers = await Promise.all(
      ['一', '二', '三'].map((title) =>
        library.ask('an', 'works.send', { callId, words: words(title), signature: SIGNATURE }),
      ),
    );
    expect(outcomes(answers)).toEqual(['ok', 'ok', 'ok']);
    expect(await library.documents('works', { callId, readerId: 'reader-an' })).toHaveLength(1);
  });

  it('says what it lacks, that it is too long, and that it names its author', async () => {
    const callId = await announced({ longest: 10 });
    const refused = (text: object, signature: object = {}) =>
      library.refused('bai', 'works.send', {
        callId,
        words: { ...words(), ...text },
        signature: { ...SIGNATURE, ...signature },
      });
    expect(await refused({ title: '', text: '' })).toEqual(['work_lacks', 'work_lacks']);
    expect(await refused({ text: '一'.repeat(11) })).toEqual(['work_too_long']);
    expect(await refused({ text: '白露晞写的' })).toEqual(['work_names_author']);
    expect(await refused({ text: '好' }, { signedAs: 'pen_name' })).toEqual(['work_lacks']);
  });

  it('of a child is never signed by the whole name: the way is not offered, and refused', async () => {
    const callId = await announced();
    expect((await library.get('an', 'works.call', { callId })).mayBeNamed).toBe(false);
    expect((await library.get('bai', 'works.call', { callId })).mayBeNamed).toBe(true);
    const full = { ...SIGNATURE, signedAs: 'full' as const };
    const input = { callId, words: words(), signature: full };
    expect(await library.refused('an', 'works.send', input)).toEqual(['child_not_by_name']);
    await send('an', callId);
    expect(await library.refused('an', 'works.sign', { callId, signature: full })).toEqual([
      'child_not_by_name',
    ]);
    expect((await send('bai', callId, words(), full)).by).toBe('白露晞');
  });

  it('is for ages that there is a group for', async () => {
    const callId = await announced({ groups: DRAFT.groups.slice(0, 1) });
    expect((await library.get('bai', 'works.call', { callId })).because).toEqual([
      { code: 'no_group_for_age', age: expect.any(Number) },
    ]);
    expect(
      await library.refused('bai', 'works.send', { callId, words: words(), signature: SIGNATURE }),
    ).toEqual(['no_group_for_age']);
  });

  it('that WeChat doubts waits for people, who let it in or send it back with words', async () => {
    const callId = await announced();
    const own = await send('an', callId, words('题目', '这里有待审测试的话'));
    expect(own.state).toBe('sent');
    const list = async () => (await library.get('eve', 'workDesk.works', { callId, which: 'waiting' })).list;
    const [seen] = await list();
    expect(seen).toMatchObject({ title: '题目', author: '安澜舟' });
    const look = { workId: own.workId, version: seen?.version ?? 0 };
    expect(await library.refused('eve', 'workDesk.look', { ...look, allow: false, why: '' })).toEqual([
      'comment_needed',
    ]);
    await library.get('eve', 'workDesk.look', { ...look, allow: false, why: '请去掉广告' });
    expect((await library.get('an', 'works.call', { callId })).own).toMatchObject({
      state: 'returned',
      why: '请去掉广告',
    });
    await send('an', callId);
    // The decision was on other words.
    expect(await library.refused('eve', 'workDesk.look', { ...look, allow: true, why: '' })).toEqual([
      'work_changed',
    ]);
  });
});

describe('judges', () => {
  it('read works without a trace of whose they are, each only their own marks, before it is decided', async () => {
    const callId = await announced();
    const { workId } = await send('bai', callId, words(), { signedAs: 'pen_name', penName: '露水笔名' });
    await send('an', callId, words('另一篇'));
    await toClosing();
    await mark('qiu', callId, workId, [9.5, 7]);
    // Whoever organises and judges is a judge.
    await library.appoint('jiang', ['events', 'director']);
    const answers = [
      await library.get('jiang', 'judging.calls', {}),
      await library.get('jiang', 'judging.works', { callId }),
      await library.get('jiang', 'judging.work', { callId, workId }),
      await library.get('jiang', 'workDesk.works', { callId, which: 'all' }),
      await library.get('jiang', 'workDesk.call', { callId }),
      await mark('jiang', callId, workId, [5, 5]),
    ];
    const everything = JSON.stringify(answers);
    for (const secret of [
      '白露晞',
      '白＊＊',
      '露水笔名',
      'reader-bai',
      'o-bai',
      '30100000002',
      '安澜舟',
      '9.5',
    ])
      expect(everything).not.toContain(secret);
    expect(await library.refused('jiang', 'workDesk.results', { callId })).toEqual(['judge_cannot_enter']);
    expect(await library.refused('jiang', 'workDesk.decide', { callId, seen: '' })).toEqual([
      'judge_cannot_enter',
    ]);
  });

  it('begin when everybody has sent, and only those who were named', async () => {
    const callId = await announced();
    const { workId } = await send('bai', callId);
    expect((await library.get('jiang', 'judging.works', { callId })).list).toEqual([]);
    expect(await library.refused('jiang', 'judging.work', { callId, workId })).toEqual(['call_is']);
    await toClosing();
    expect(await library.refused('eve', 'judging.works', { callId })).toEqual(['not_judging']);
    expect(await library.refused('desk', 'judging.work', { callId, workId })).toEqual(['not_judging']);
    const points = { idea: 11, words: 3 };
    const given = { callId, workId, points, abstain: false, comment: '' };
    expect(await library.refused('jiang', 'judging.mark', given)).toEqual(['points_wrong']);
  });

  it('do not take part, nor do their children; and who takes part is no judge', async () => {
    await library.cloud.db.upsert('readers', [
      {
        ...(await library.document('readers', 'reader-bai')),
        openid: 'o-jiang',
        childReaderIds: ['reader-an'],
      },
      { ...(await library.document('readers', 'reader-an')), guardianReaderId: 'reader-bai' },
    ] as never);
    const callId = await announced();
    for (const who of ['an', 'bai'])
      expect(
        await library.refused(who, 'works.send', { callId, words: words(), signature: SIGNATURE }),
      ).toContain('judge_cannot_enter');
    await setJudge(callId, '江评委', false);
    await send('an', callId);
    const judgeId = await judgeOf(callId, '江评委');
    expect(await library.refused('eve', 'workDesk.setJudge', { callId, judgeId, judges: true })).toEqual([
      'judge_has_entered',
    ]);
  });

  it('named while their work is being sent: one of the two is refused', async () => {
    await library.cloud.db.upsert('readers', [
      { ...(await library.document('readers', 'reader-bai')), openid: 'o-jiang' },
    ] as never);
    const callId = await announced({}, []);
    const judgeId = await judgeOf(callId, '江评委');
    const answers = await Promise.all([
      library.ask('bai', 'works.send', { callId, words: words(), signature: SIGNATURE }),
      library.ask('eve', 'workDesk.setJudge', { callId, judgeId, judges: true }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('mark a work twice at once: one mark stands', async () => {
    const callId = await announced();
    const { workId } = await send('bai', callId);
    await toClosing();
    await Promise.all(
      (
        [
          [5, 5],
          [8, 8],
          [10, 9.5],
        ] as [number, number][]
      ).map((points) => mark('jiang', callId, workId, points)),
    );
    const sheets = await library.documents('judgeSheets', { callId });
    expect(sheets.map(({ marks }) => Object.keys(marks).length).sort()).toEqual([0, 1]);
  });
});

describe('the ranking', () => {
  const judgedCall = async () => {
    const callId = await announced();
    const first = await send('bai', callId, words('甲'), { signedAs: 'pen_name', penName: '露水' });
    const second = await send('chen', callId, words('乙'), { publish: false });
    await toClosing();
    await mark('jiang', callId, first.workId, [9, 9]);
    await mark('qiu', callId, first.workId, [8, 8]);
    await mark('jiang', callId, second.workId, [9, 9]);
    await mark('qiu', callId, second.workId, [4, 4]);
    return { callId, first, second };
  };

  it('is refused as long as marks are missing or works wait, with whose and how many', async () => {
    const callId = await announced();
    const { workId } = await send('bai', callId);
    await toClosing();
    await mark('jiang', callId, workId, [9, 9]);
    const { seen, missing } = await library.get('eve', 'workDesk.results', { callId });
    expect(missing).toEqual([{ name: '丘评委', count: 1 }]);
    expect(await library.refused('eve', 'workDesk.decide', { callId, seen })).toEqual(['marks_missing']);
  });

  it('shows the organiser the spread, and is published as it was seen, with the consent of each', async () => {
    const { callId, first, second } = await judgedCall();
    const { seen, list } = await library.get('eve', 'workDesk.results', { callId });
    expect(list.map(({ title, rank, score, spread, wide }) => [title, rank, score, spread, wide])).toEqual([
      ['甲', 1, 85, 10, false],
      ['乙', 2, 65, 50, true],
    ]);
    expect(await library.refused('eve', 'workDesk.decide', { callId, seen: 'other' })).toEqual([
      'results_changed',
    ]);
    expect((await library.get('ding', 'works.published', { callId })).list).toEqual([]);
    await library.get('eve', 'workDesk.decide', { callId, seen });
    const shown = await library.get('ding', 'works.published', { callId });
    expect(shown.unpublished).toBe(1);
    expect(shown.list.map(({ title, by, rank, prize }) => [title, by, rank, prize])).toEqual([
      ['甲', '露水', 1, '一等奖'],
    ]);
    expect(await library.refused('ding', 'works.read', { workId: second.workId })).toEqual([
      'work_not_found',
    ]);
    expect((await library.get('chen', 'works.call', { callId })).own).toMatchObject({
      rank: 2,
      prize: '二等奖',
    });
    await library.cloud.timer('jobs');
    const told = (await library.get('bai', 'notices.list', {})).list.map(({ title }) => title);
    expect(told).toContain('祝贺您获奖');
    // Consent is taken back: gone at once, and the rank stays.
    await library.get('bai', 'works.sign', {
      callId,
      signature: { publish: false, signedAs: 'masked', penName: '' },
    });
    expect(await library.refused('ding', 'works.read', { workId: first.workId })).toEqual(['work_not_found']);
    expect((await library.get('ding', 'works.published', { callId })).unpublished).toBe(2);
  });

  it('decided while a judge marks: the mark counts or is refused', async () => {
    const { callId, first } = await judgedCall();
    const { seen } = await library.get('eve', 'workDesk.results', { callId });
    const given = { points: { idea: 1, words: 1 }, abstain: false, comment: '' };
    const [decided, marked] = await Promise.all([
      library.ask('eve', 'workDesk.decide', { callId, seen }),
      library.ask('qiu', 'judging.mark', { callId, workId: first.workId, ...given }),
    ]);
    expect([decided.ok, marked.ok].filter(Boolean)).toHaveLength(1);
    if (!decided.ok) expect(outcomes([decided])).toEqual(['results_changed']);
  });

  it('of a call that is off is none, and who sent something is told why', async () => {
    const callId = await announced();
    await send('bai', callId);
    await library.get('eve', 'workDesk.callOff', { callId, why: '投稿太少' });
    await library.cloud.timer('jobs');
    const [told] = (await library.get('bai', 'notices.list', {})).list;
    expect(told).toMatchObject({ title: '征集取消了' });
    expect(await library.refused('eve', 'workDesk.announce', { callId })).toEqual(['call_is']);
  });
});

describe('a call', () => {
  it('with works keeps what they were made for', async () => {
    const callId = await announced();
    await send('bai', callId);
    const { version } = await library.get('eve', 'workDesk.call', { callId });
    const save = (draft: CallDraft) => library.refused('eve', 'workDesk.save', { callId, version, draft });
    expect(await save({ ...DRAFT, closesAt: '2026-11-30T10:00:00.000Z' })).toEqual(['call_has_works']);
    expect(await save({ ...DRAFT, criteria: DRAFT.criteria.slice(1) })).toEqual(['call_has_works']);
    const later = { ...DRAFT, closesAt: '2026-12-09T10:00:00.000Z' };
    await library.get('eve', 'workDesk.save', { callId, version, draft: later });
    expect(await library.refused('eve', 'workDesk.save', { callId, version, draft: later })).toEqual([
      'call_changed',
    ]);
  });

  it('says what of it is wrong, and is nowhere where the library does not have it', async () => {
    const wrong = (changes: Partial<CallDraft>) =>
      library.refused('eve', 'workDesk.save', { callId: '', version: 0, draft: { ...DRAFT, ...changes } });
    expect(await wrong({ closesAt: DRAFT.opensAt })).toEqual(['call_wrong']);
    expect(await wrong({ criteria: [] })).toEqual(['call_wrong']);
    expect(await wrong({ takes: 'recording' })).toEqual(['call_wrong']);
    const callId = await announced();
    const services = { kinds: ['talk' as const], draws: true, lectures: true, lives: [] };
    await library.get('boss', 'eventDesk.setServices', services);
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    expect((await library.get('an', 'works.calls', {})).list).toEqual([]);
    expect(await library.refused('an', 'works.call', { callId })).toEqual(['works_not_open']);
  });
});

describe('a file of a work', () => {
  const sentFile = async (
    who: string,
    bytes: Buffer,
    purpose: 'work' | 'reading',
    kind: 'voice' | 'picture',
  ) => {
    const { mediaId, path } = await library.get(who, 'media.begin', { purpose, kind, bytes: bytes.length });
    await library.cloud.files.upload(path, bytes);
    await library.get(who, 'media.hand', { mediaId });
    return mediaId;
  };
  const isFit = async (mediaId: string) => (await library.document('media', mediaId))?.state === 'fit';

  it('of a contest is a picture that its judges see once it is closed, and others once it is let in', async () => {
    const callId = await announced({ takes: 'pictures', pictures: 2 });
    const mediaId = await sentFile('an', aPicture(), 'work', 'picture');
    const { workId } = await send('an', callId, { ...words(), media: [mediaId] });
    const seen = { callId, workId, mediaId };
    await until(() => isFit(mediaId));
    await library.get('eve', 'workDesk.look', { workId, version: 1, allow: true, why: '' });
    expect(await library.refused('jiang', 'judging.openMedia', seen)).toEqual(['call_is']);
    expect(await library.refused('bai', 'works.openMedia', { workId, mediaId })).toEqual(['work_not_found']);
    await toClosing();
    expect((await library.get('jiang', 'judging.openMedia', seen)).fileId).not.toContain('reader');
    expect(await library.refused('eve', 'judging.openMedia', seen)).toEqual(['not_judging']);
  });

  it('of a reading aloud is heard by nobody before people have let it in, then by all, and its file goes with it', async () => {
    const callId = await announced(
      { ...{ kind: 'reading_aloud', takes: 'recording', seconds: 20, criteria: [], prizes: [] } },
      [],
    );
    const mediaId = await sentFile('an', aVoice(5), 'reading', 'voice');
    const aloud = { ...words('静夜思', ''), media: [mediaId] };
    const own = await send('an', callId, aloud);
    expect(own.state).toBe('sent');
    const { workId } = own;
    await library.get('an', 'works.openMedia', { workId, mediaId });
    expect(await library.refused('bai', 'works.openMedia', { workId, mediaId })).toEqual(['work_not_found']);
    await until(() => isFit(mediaId));
    await library.get('eve', 'workDesk.openMedia', { workId, mediaId });
    await library.get('eve', 'workDesk.look', { workId, version: 1, allow: true, why: '' });
    const shown = await library.get('visitor', 'works.published', { callId });
    expect(shown.list.map(({ title, by, media }) => [title, by, media])).toEqual([['静夜思', '安＊＊', 1]]);
    await library.get('visitor', 'works.openMedia', { workId, mediaId });
    // Another recording takes its place: the first one goes.
    const second = await sentFile('an', aVoice(6), 'reading', 'voice');
    await send('an', callId, { ...aloud, media: [second] });
    expect(await library.document('media', mediaId)).toBeUndefined();
    expect((await library.get('visitor', 'works.published', { callId })).list).toEqual([]);
    // Nobody else's recording, none that is too long, none where pictures are wanted.
    const refused = async (media: string) =>
      library.refused('bai', 'works.send', {
        callId,
        words: { ...aloud, media: [media] },
        signature: SIGNATURE,
      });
    expect(await refused(second)).toEqual(['media_not_found']);
    expect(await refused(await sentFile('bai', aVoice(30), 'reading', 'voice'))).toEqual([
      'file_not_allowed',
    ]);
  });
});

it('a closed account takes its works along; a rank that one had stays without a name', async () => {
  const callId = await announced();
  const { workId } = await send('bai', callId, words('会消失的一篇'));
  await toClosing();
  for (const who of ['jiang', 'qiu']) await mark(who, callId, workId, [9, 9]);
  const { seen } = await library.get('eve', 'workDesk.results', { callId });
  await library.get('eve', 'workDesk.decide', { callId, seen });
  await library.get('bai', 'account.close', { cardNumber: '30100000002' });
  for (let n = 0; n < 3; n++) await library.cloud.timer('jobs');
  expect(await library.documents('works', { callId })).toEqual([]);
  const { list, unpublished } = await library.get('an', 'works.published', { callId });
  expect([list, unpublished]).toEqual([[], 1]);
});
