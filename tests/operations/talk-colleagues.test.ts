import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

/** Librarians with one another: asking a colleague in, canned answers, a request that a talk leads to. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(async () => {
  await library.startOverLater(3);
  for (const who of ['desk', 'boss', 'other']) await library.appoint(who, ['reference']);
});
afterAll(() => library?.close());

const question = { text: '有没有地方志？', skill: 'general' as const };
const talking = async () => {
  const { talkId } = await library.get('an', 'talks.open', question);
  await library.get('desk', 'talkDesk.take', { talkId });
  return talkId;
};
const there = (who: string) => library.get(who, 'talkDesk.come', { here: true });
const colleagueOf = async (who: string) => {
  const [first] = (await library.get(who, 'talkDesk.queue', {})).colleagues;
  if (!first) throw new Error('nobody is there');
  return first.memberId;
};
const shown = async (who: string, talkId: string) =>
  (await library.get(who, 'talkDesk.show', { talkId })).talk;

describe('a colleague who is asked in', () => {
  it('answers, too, and the talk stays with who has it', async () => {
    const talkId = await talking();
    await there('boss');
    const memberId = await colleagueOf('desk');
    expect(await library.refused('boss', 'talkDesk.say', { talkId, text: '我来' })).toEqual(['talk_taken']);
    await library.get('desk', 'talkDesk.invite', { talkId, memberId });
    expect((await shown('boss', talkId)).joined).toBe(true);
    await library.get('boss', 'talkDesk.say', { talkId, text: '在三楼地方文献室。' });
    const { lines } = await library.get('an', 'talks.show', { talkId });
    expect(lines.map(({ from }) => from)).toEqual(['reader', 'library', 'library', 'staff']);
    const queue = await library.get('boss', 'talkDesk.queue', {});
    expect(queue.talking.map(({ mine, invited }) => [mine, invited])).toEqual([[false, true]]);
    // Whose the talk is decides about it.
    expect(await library.refused('boss', 'talkDesk.finish', { talkId })).toEqual(['talk_taken']);
    await library.get('desk', 'talkDesk.finish', { talkId });
    expect((await shown('boss', talkId)).joined).toBe(false);
  });

  it('is asked once, by several taps and by two requests at once', async () => {
    const talkId = await talking();
    await there('boss');
    const memberId = await colleagueOf('desk');
    const invite = () => library.ask('desk', 'talkDesk.invite', { talkId, memberId });
    expect(outcomes(await Promise.all([invite(), invite()]))).toEqual(['ok', 'ok']);
    expect((await shown('desk', talkId)).with).toHaveLength(1);
    const lines = await library.documents('talkLines', { talkId });
    expect(lines.filter(({ text }) => text.includes('也来为您解答'))).toHaveLength(1);
  });

  it('who has gone meanwhile does not come, and who does not have the talk asks nobody in', async () => {
    const talkId = await talking();
    await there('boss');
    const memberId = await colleagueOf('desk');
    expect(await library.refused('other', 'talkDesk.invite', { talkId, memberId })).toEqual(['talk_taken']);
    await library.get('boss', 'talkDesk.come', { here: false });
    expect(await library.refused('desk', 'talkDesk.invite', { talkId, memberId })).toEqual([
      'colleague_not_there',
    ]);
  });

  it('goes when they like, once, and the talk stays; who has it hands it over instead', async () => {
    const talkId = await talking();
    await there('boss');
    await library.get('desk', 'talkDesk.invite', { talkId, memberId: await colleagueOf('desk') });
    const leave = () => library.ask('boss', 'talkDesk.leave', { talkId });
    expect(outcomes(await Promise.all([leave(), leave()]))).toEqual(['ok', 'ok']);
    expect((await shown('boss', talkId)).joined).toBe(false);
    expect(await library.refused('boss', 'talkDesk.say', { talkId, text: '我来' })).toEqual(['talk_taken']);
    const { talk, lines } = await library.get('an', 'talks.show', { talkId });
    expect(talk.state).toBe('talking');
    expect(lines.filter(({ text }) => text.includes('已离开'))).toHaveLength(1);
    expect(await library.refused('desk', 'talkDesk.leave', { talkId })).toEqual(['talk_is_yours']);
  });

  it('is out again when the talk goes back to the queue', async () => {
    const talkId = await talking();
    await there('boss');
    await library.get('desk', 'talkDesk.invite', { talkId, memberId: await colleagueOf('desk') });
    await library.get('desk', 'talkDesk.handOver', { talkId, skill: 'local_history', note: '请接' });
    expect((await shown('boss', talkId)).joined).toBe(false);
  });
});

describe('canned answers', () => {
  it('are kept by those who answer, with what is to be filled in', async () => {
    const words = { phraseId: '', title: '开放时间', text: '{读者}您好，{分馆}今天{开放时间}。' };
    const saved = await library.get('desk', 'talkDesk.savePhrase', words);
    expect(saved.fields).toEqual(['读者', '分馆', '开放时间']);
    const { list, known } = await library.get('boss', 'talkDesk.phrases', {});
    expect(list).toEqual([saved]);
    expect(known.map(({ name }) => name)).toEqual(['馆名', '分馆', '馆员', '开放时间']);
    await library.get('boss', 'talkDesk.savePhrase', {
      ...words,
      phraseId: saved.phraseId,
      text: '今天开门',
    });
    await library.get('desk', 'talkDesk.removePhrase', { phraseId: saved.phraseId });
    expect((await library.get('desk', 'talkDesk.phrases', {})).list).toEqual([]);
    expect(
      await library.refused('desk', 'talkDesk.savePhrase', { ...words, phraseId: saved.phraseId }),
    ).toEqual(['phrase_not_found']);
  });

  it('with braces that do not fit are refused in words, at the text', async () => {
    expect(
      await library.ask('desk', 'talkDesk.savePhrase', { phraseId: '', title: '错', text: '{分馆您好' }),
    ).toMatchObject({ invalid: [{ path: 'input.text', message: expect.stringContaining('成对') }] });
  });

  it('that two add at once both stay', async () => {
    const add = (title: string) =>
      library.ask('desk', 'talkDesk.savePhrase', { phraseId: '', title, text: title });
    expect(outcomes(await Promise.all([add('一'), add('二'), add('三')]))).toEqual(['ok', 'ok', 'ok']);
    expect((await library.get('desk', 'talkDesk.phrases', {})).list).toHaveLength(3);
  });
});

it('a librarian proposes a request, and a database with what was searched for there', async () => {
  const talkId = await talking();
  const document = {
    kind: 'article' as const,
    title: '点茶器具考',
    author: '沈冬梅',
    within: '',
    year: '2019',
  };
  await library.get('desk', 'talkDesk.say', { talkId, text: '', card: { kind: 'delivery', document } });
  await library.appoint('boss', ['director']);
  const resource = await library.get('boss', 'resourceDesk.save', {
    ...{ resourceId: '', kind: 'database', name: '期刊库', provider: '', about: '收录期刊。', guide: [] },
    ...{ url: 'https://www.example.org', access: 'everywhere', subjects: [], contact: '' },
  });
  const step = { kind: 'resource' as const, resourceId: resource.resourceId, words: '主题=点茶' };
  await library.get('desk', 'talkDesk.say', { talkId, text: '', card: { kind: 'steps', steps: [step] } });
  const { lines } = await library.get('an', 'talks.show', { talkId });
  expect(lines.slice(-2).map(({ card }) => card)).toEqual([
    { kind: 'delivery', document },
    { kind: 'steps', steps: [{ ...step, name: '期刊库' }] },
  ]);
});
