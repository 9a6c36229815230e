import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

/** Asking a librarian, through the real functions: readers an and bai, librarians desk and boss. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(3);
});
beforeEach(async () => {
  await library.startOverLater(3);
  for (const who of ['desk', 'boss']) await library.appoint(who, ['reference', 'circulation']);
});
afterAll(() => library?.close());

const minutes = (count: number) => library.cloud.clock.move({ advance: { minutes: count } });
const question = { text: '《三体》还有别的版本吗？', skill: 'general' as const };
const open = (who = 'an') => library.get(who, 'talks.open', question);
const shown = (who: string, talkId: string) => library.get(who, 'talks.show', { talkId });
const seenAtDesk = (who: string, talkId: string) => library.get(who, 'talkDesk.show', { talkId });
const textsOf = ({ lines }: { lines: { text: string }[] }) => lines.map(({ text }) => text);

describe('a question', () => {
  it('waits in the queue with its place, and is answered by who takes it', async () => {
    const first = await open('an');
    const second = await open('bai');
    expect([first.state, first.wait]).toEqual(['waiting', { place: 1, minutes: null }]);
    expect(second.wait).toEqual({ place: 2, minutes: null });
    await library.get('desk', 'talkDesk.take', { talkId: first.talkId });
    expect((await shown('bai', second.talkId)).talk.wait?.place).toBe(1);
    await library.get('desk', 'talkDesk.say', { talkId: first.talkId, text: '有三个版本，我给您找出来。' });
    const { talk, lines } = await shown('an', first.talkId);
    expect(talk).toMatchObject({ state: 'talking', librarian: expect.stringMatching(/./) });
    expect(lines.map(({ from }) => from)).toEqual(['reader', 'library', 'staff']);
    await library.get('an', 'talks.say', { talkId: first.talkId, text: '谢谢' });
    expect(textsOf(await seenAtDesk('desk', first.talkId)).at(-1)).toBe('谢谢');
    await library.get('desk', 'talkDesk.finish', { talkId: first.talkId });
    expect((await shown('an', first.talkId)).talk.state).toBe('answered');
    await library.get('an', 'talks.rate', { talkId: first.talkId, faces: 5 });
    expect((await shown('an', first.talkId)).talk.faces).toBe(5);
  });

  it('is one at a time for a reader, however it is sent', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => library.ask('an', 'talks.open', question)));
    expect(outcomes(answers)).toEqual(['ok', 'talk_open', 'talk_open']);
    expect(await library.documents('talks')).toHaveLength(1);
  });

  it('that is answered can be closed while another is open, which goes on', async () => {
    const { talkId } = await open();
    await library.get('desk', 'talkDesk.take', { talkId });
    await library.get('desk', 'talkDesk.finish', { talkId });
    const other = await open();
    await library.get('an', 'talks.close', { talkId });
    expect((await library.get('an', 'talks.mine', {})).openTalkId).toBe(other.talkId);
    expect(await library.refused('an', 'talks.open', question)).toEqual(['talk_open']);
  });

  it('needs a card, and something to say', async () => {
    expect(await library.refused('visitor', 'talks.open', question)).toEqual(['no_card']);
    expect(await library.ask('an', 'talks.open', { ...question, text: ' \u200b ' })).toMatchObject({
      invalid: [{ path: 'input.text' }],
    });
    expect(await library.refused('an', 'talks.open', { ...question, text: '违规测试' })).toEqual([
      'text_not_allowed',
    ]);
    expect(await library.documents('talks')).toEqual([]);
  });

  it('outside the hours is a message, and one that nobody takes in time becomes one', async () => {
    const { talkId } = await open();
    await minutes(10);
    expect((await shown('an', talkId)).talk).toMatchObject({ state: 'left', wait: null });
    // Ten at night.
    await library.cloud.clock.move({ set: '2026-11-23T14:00:00.000Z' });
    expect((await open('bai')).state).toBe('left');
    const { left, waiting } = await library.get('desk', 'talkDesk.queue', {});
    expect([left.length, waiting.length]).toEqual([2, 0]);
    // Its words are kept, and it is taken as any other.
    await library.get('desk', 'talkDesk.take', { talkId });
    expect(textsOf(await seenAtDesk('desk', talkId))[0]).toBe(question.text);
  });

  it('carries where it was asked and what is meant, in the words of the catalogue', async () => {
    const { talkId } = await library.get('an', 'talks.open', {
      ...question,
      context: { kind: 'title', titleId: 'title-two', title: '我起的名字' },
      card: { kind: 'title', titleId: 'title-one' },
    });
    const { talk, lines } = await seenAtDesk('desk', talkId);
    expect(talk.context).toEqual({ kind: 'title', titleId: 'title-two', title: '三体' });
    expect(lines[0]?.card).toEqual({ kind: 'title', titleId: 'title-one', title: '红楼梦', by: '曹雪芹' });
    const card = { kind: 'title' as const, titleId: 'nothing' };
    expect(await library.refused('an', 'talks.say', { talkId, text: '', card })).toEqual(['title_not_found']);
  });

  it('is shown how it was searched for, in the words of the library; readers send no such thing', async () => {
    const { talkId } = await open();
    await library.get('desk', 'talkDesk.take', { talkId });
    const search = { kind: 'search' as const, query: '红楼', filters: { clc: 'I' }, found: 2 };
    const title = { kind: 'title' as const, titleId: 'title-one' };
    const steps = [search, { kind: 'class' as const, clc: 'I242' }, title];
    const card = { kind: 'steps' as const, steps };
    await library.get('desk', 'talkDesk.say', { talkId, text: '这样找到的', card });
    const { lines } = await shown('an', talkId);
    expect(lines.at(-1)?.card).toEqual({
      kind: 'steps',
      steps: [search, steps[1], { ...title, title: '红楼梦', by: '曹雪芹' }],
    });
    const nowhere = { kind: 'steps' as const, steps: [{ kind: 'resource' as const, resourceId: 'nothing' }] };
    expect(await library.refused('desk', 'talkDesk.say', { talkId, text: '', card: nowhere })).toEqual([
      'resource_not_found',
    ]);
    expect(await library.ask('an', 'talks.say', { talkId, text: '', card } as never)).toMatchObject({
      ok: false,
      invalid: [{ path: 'input.card.kind' }],
    });
    const none = { kind: 'steps' as const, steps: [] };
    expect(await library.ask('desk', 'talkDesk.say', { talkId, text: '', card: none })).toMatchObject({
      invalid: [{ path: 'input.card.steps', message: '至少一步' }],
    });
  });
});

describe('two librarians', () => {
  it('who take one question at once: one has it, the other is told who', async () => {
    const { talkId } = await open();
    const answers = await Promise.all(
      ['desk', 'boss'].map((who) => library.ask(who, 'talkDesk.take', { talkId })),
    );
    expect(outcomes(answers)).toEqual(['ok', 'talk_taken']);
    const other = answers[0]?.ok ? 'boss' : 'desk';
    expect(await library.refused(other, 'talkDesk.say', { talkId, text: '我也来说' })).toEqual([
      'talk_taken',
    ]);
  });

  it('hand a question over with a note that the reader never sees, and its first arrival', async () => {
    const { talkId } = await open('an');
    await library.get('desk', 'talkDesk.take', { talkId });
    await minutes(1);
    await open('bai');
    await library.get('desk', 'talkDesk.handOver', { talkId, skill: 'research', note: '要查期刊' });
    expect(await library.refused('desk', 'talkDesk.say', { talkId, text: '等一下' })).toEqual(['talk_is']);
    const { waiting } = await library.get('boss', 'talkDesk.queue', {});
    expect(waiting.map((row) => row.talkId)[0]).toBe(talkId);
    expect(waiting[0]).toMatchObject({ skill: 'research', first: false });
    expect(textsOf(await seenAtDesk('boss', talkId))).toContain('要查期刊');
    expect(textsOf(await shown('an', talkId))).not.toContain('要查期刊');
    expect(JSON.stringify(await library.get('an', 'account.export', {}))).not.toContain('要查期刊');
  });

  it('take no more than their limit', async () => {
    await library.get('desk', 'talkDesk.come', { here: true, limit: 1 });
    const first = await open('an');
    const second = await open('bai');
    await library.get('desk', 'talkDesk.take', { talkId: first.talkId });
    expect(await library.refused('desk', 'talkDesk.take', { talkId: second.talkId })).toEqual([
      'talk_limit_reached',
    ]);
    expect((await library.get('boss', 'talkDesk.queue', {})).colleagues).toMatchObject([{ talks: 1 }]);
  });
});

it('a question is the turn of who answers such ones and has fewest, and all see what waits too long', async () => {
  await library.get('desk', 'talkDesk.come', { here: true, skills: ['children'] });
  await library.get('boss', 'talkDesk.come', { here: true });
  const { talkId } = await open('an');
  const childs = await library.get('bai', 'talks.open', { ...question, skill: 'children' });
  const seenBy = async (who: string) =>
    (await library.get(who, 'talkDesk.queue', {})).waiting.map((row) => [row.talkId, row.forMe, row.myTurn]);
  expect(await seenBy('desk')).toEqual([
    [talkId, false, false],
    [childs.talkId, true, true],
  ]);
  expect(await seenBy('boss')).toEqual([
    [talkId, true, true],
    [childs.talkId, true, false],
  ]);
  // Whoever takes it keeps what they answer.
  await library.get('desk', 'talkDesk.take', { talkId: childs.talkId });
  expect((await library.get('desk', 'talkDesk.queue', {})).skills).toEqual(['children']);
  const counts = async () => (await library.get('boss', 'desk.today', {})).counts;
  expect(await counts()).toMatchObject({ questions: 1, messages: 0 });
  await minutes(5);
  expect((await library.get('desk', 'talkDesk.queue', {})).waiting.map(({ late }) => late)).toEqual([
    true,
    true,
  ]);
  await minutes(5);
  expect(await counts()).toMatchObject({ questions: 0, messages: 2 });
});

it('who takes a question keeps it, whatever the reader writes at that moment', async () => {
  const { talkId } = await open();
  const texts = ['一', '二', '三', '四'];
  const all = await Promise.all([
    library.ask('desk', 'talkDesk.take', { talkId }),
    ...texts.map((text) => library.ask('an', 'talks.say', { talkId, text })),
  ]);
  expect(outcomes(all)).toEqual(all.map(() => 'ok'));
  expect((await shown('an', talkId)).talk.state).toBe('talking');
  await library.get('desk', 'talkDesk.say', { talkId, text: '在' });
});

it('rings for whoever has to look, and for nobody else', async () => {
  const rings = async (): Promise<Record<string, number>> =>
    Object.fromEntries((await library.documents('bells')).map(({ _id, rings: count }) => [_id, count]));
  const { talkId } = await open();
  expect(await rings()).toEqual({ desk: 1 });
  await library.get('desk', 'talkDesk.take', { talkId });
  expect(await rings()).toEqual({ desk: 2, 'o-an': 1 });
  await library.get('desk', 'talkDesk.say', { talkId, text: '在' });
  expect(await rings()).toMatchObject({ desk: 2, 'o-an': 2 });
  await library.get('an', 'talks.say', { talkId, text: '好' });
  expect(await rings()).toEqual({ desk: 3, 'o-an': 2, 'o-desk': 1 });
  await library.get('desk', 'talkDesk.say', { talkId, text: '给同事', note: true });
  const bells = await library.documents('bells');
  expect(bells.map((bell) => Object.keys(bell).sort().join())).toEqual(
    bells.map(() => ['_id', 'at', 'owner', 'readerId', 'rings'].join()),
  );
});

describe('a librarian’s silence', () => {
  it('of three minutes puts the reader back at the front', async () => {
    const { talkId } = await open('an');
    await library.get('desk', 'talkDesk.take', { talkId });
    await open('bai');
    // The phone of the librarian looks all the while.
    for (let look = 0; look < 3; look++) {
      await library.cloud.clock.move({ advance: { minutes: 0.8 } });
      await library.get('desk', 'talkDesk.queue', {});
    }
    expect((await shown('an', talkId)).talk.state).toBe('talking');
    await library.cloud.clock.move({ advance: { minutes: 0.7 } });
    expect((await shown('an', talkId)).talk).toMatchObject({ state: 'waiting', wait: { place: 1 } });
    // Whoever was silent can take it again, as anybody can.
    await library.get('boss', 'talkDesk.take', { talkId });
    expect((await shown('an', talkId)).talk.state).toBe('talking');
  });

  it('who goes, gives back what is unanswered at once', async () => {
    const { talkId } = await open();
    await library.get('desk', 'talkDesk.take', { talkId });
    await library.get('desk', 'talkDesk.come', { here: false });
    expect((await shown('an', talkId)).talk.state).toBe('waiting');
  });
});

describe('a reader who has left the page', () => {
  const noticesOf = async () => (await library.get('an', 'notices.list', {})).list;

  it('is told once that there is an answer, and again only after they have looked', async () => {
    const { talkId } = await open();
    await library.get('desk', 'talkDesk.take', { talkId });
    await minutes(1);
    for (const text of ['一', '二']) await library.get('desk', 'talkDesk.say', { talkId, text });
    expect(await noticesOf()).toHaveLength(1);
    expect((await library.get('an', 'talks.mine', {})).list[0]?.unseen).toBe(true);
    await shown('an', talkId);
    expect((await library.get('an', 'talks.mine', {})).list[0]?.unseen).toBe(false);
    await library.get('desk', 'talkDesk.say', { talkId, text: '三' });
    expect(await noticesOf()).toHaveLength(1);
    await minutes(1);
    await library.get('desk', 'talkDesk.say', { talkId, text: '四' });
    expect(await noticesOf()).toHaveLength(2);
  });

  it('finds the talk answered, opens it again with one word within a day, and not after', async () => {
    const { talkId } = await open();
    await library.get('desk', 'talkDesk.take', { talkId });
    await library.get('desk', 'talkDesk.say', { talkId, text: '在二楼。' });
    await minutes(10);
    expect((await shown('an', talkId)).talk.state).toBe('answered');
    await library.get('an', 'talks.say', { talkId, text: '找不到' });
    expect((await shown('an', talkId)).talk).toMatchObject({ state: 'waiting', wait: { place: 1 } });
    await library.get('an', 'talks.close', { talkId });
    expect(await library.refused('an', 'talks.say', { talkId, text: '还在吗' })).toEqual(['talk_is']);
  });
});

describe('what was said', () => {
  it('is one line whatever is sent again, in the order of arrival', async () => {
    const { talkId } = await open();
    const texts = ['一', '二', '三', '四', '五', '六'];
    const ids = texts.map((_, n) => `line-${n}-twice`);
    for (const [n, text] of texts.entries()) {
      await Promise.all([1, 2].map(() => library.ask('an', 'talks.say', { talkId, text }, ids[n] ?? '')));
    }
    expect(textsOf(await shown('an', talkId))).toEqual([question.text, ...texts]);
  });

  it('from both sides at once has one order for both', async () => {
    const { talkId } = await open();
    await library.get('desk', 'talkDesk.take', { talkId });
    const both = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        n % 2 === 0
          ? library.ask('an', 'talks.say', { talkId, text: `读者 ${n}` })
          : library.ask('desk', 'talkDesk.say', { talkId, text: `馆员 ${n}` }),
      ),
    );
    expect(outcomes(both)).toEqual(both.map(() => 'ok'));
    const reader = await shown('an', talkId);
    expect(reader.lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(textsOf(await seenAtDesk('desk', talkId))).toEqual(textsOf(reader));
  });

  it('is taken back by who said it within two minutes: the place stays, the words go', async () => {
    const { talkId } = await open();
    await library.get('an', 'talks.say', { talkId, text: '我的电话是 13912345678' });
    expect(await library.refused('bai', 'talks.takeBack', { talkId, number: 2 })).toEqual([
      'words_not_found',
    ]);
    await library.get('an', 'talks.takeBack', { talkId, number: 2 });
    expect((await seenAtDesk('desk', talkId)).lines[1]).toMatchObject({ takenBack: true, text: '' });
    expect(JSON.stringify(await library.everything())).not.toContain('13912345678');
    expect((await shown('an', talkId)).talk.gone).toEqual([2]);
    await minutes(2);
    expect(await library.refused('an', 'talks.takeBack', { talkId, number: 1 })).toEqual(['words_too_old']);
  });

  it('is seen by its two sides and by colleagues, and by nobody else', async () => {
    const { talkId } = await open();
    for (const who of ['bai', 'kid'])
      expect(await library.ask(who, 'talks.show', { talkId })).toMatchObject({ ok: false });
    expect(await library.refused('bai', 'talks.say', { talkId, text: '我也问' })).toEqual(['talk_not_found']);
    expect(await library.refused('bai', 'talks.close', { talkId })).toEqual(['talk_not_found']);
    await library.cloud.db.upsert('staff', [
      { ...(await library.document('staff', 'o-boss')), roles: ['circulation'] },
    ]);
    expect(await library.refused('boss', 'talkDesk.show', { talkId })).toEqual(['role_missing']);
  });

  it('goes thirty days after the end, and with the account', async () => {
    const { talkId } = await open();
    await library.get('an', 'talks.close', { talkId });
    await library.cloud.clock.move({ advance: { days: 33 } });
    expect(await library.documents('talks')).toEqual([]);
    expect(await library.documents('talkLines')).toEqual([]);
    expect(await library.documents('talkMarks')).toEqual([]);
    expect(await library.documents('openTalks')).toEqual([]);
  });
});

it('the waiting time is told once five have waited, for each place', async () => {
  for (let n = 0; n < 5; n++) {
    const { talkId } = await open('an');
    await minutes(2);
    await library.get('desk', 'talkDesk.take', { talkId });
    await library.get('an', 'talks.close', { talkId });
  }
  const { talkId } = await open('an');
  expect((await shown('an', talkId)).talk.wait).toEqual({ place: 1, minutes: { from: 2, to: 3 } });
});
