import type { MediaKind } from '../../typings/contract';
import { aPdf, aPicture, aVoice } from '../builders/files';
import { outcomes, startSmallLibrary, type SmallLibrary } from './library';
import { until } from '../until';

/** Pictures, voices and files in talks: readers an and bai, librarians desk and boss. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(2);
});
beforeEach(async () => {
  await library.startOverLater(3);
  for (const who of ['desk', 'boss']) await library.appoint(who, ['reference', 'circulation']);
});
afterAll(() => library?.close());

const isStaff = (who: string) => who === 'desk' || who === 'boss';
const sent = async (who: string, kind: MediaKind, bytes: Buffer) => {
  const [begin, hand] = isStaff(who)
    ? (['mediaDesk.begin', 'mediaDesk.hand'] as const)
    : (['media.begin', 'media.hand'] as const);
  const announced = { purpose: 'talk' as const, kind, bytes: bytes.length, name: '论文.pdf' };
  const { mediaId, path } = await library.get(who, begin, announced);
  await library.cloud.files.upload(path, bytes);
  await library.get(who, hand, { mediaId });
  return mediaId;
};
const said = (who: string, talkId: string, mediaId: string) =>
  library.get(who, isStaff(who) ? 'talkDesk.say' : 'talks.say', {
    ...{ talkId, text: '', card: { kind: 'media' as const, mediaId } },
  });
const stateIn = async (who: string, talkId: string, mediaId: string) => {
  const { talk } = await library.get(who, isStaff(who) ? 'talkDesk.show' : 'talks.show', { talkId });
  return talk.media.find((each) => each.mediaId === mediaId)?.state;
};
const becomes = async (talkId: string, mediaId: string, state: string) => {
  await until(async () => (await stateIn('desk', talkId, mediaId)) === state);
  expect(await stateIn('desk', talkId, mediaId)).toBe(state);
};
const question = { text: '这是什么书？', skill: 'general' as const };
const talking = async () => {
  const { talkId } = await library.get('an', 'talks.open', question);
  await library.get('desk', 'talkDesk.take', { talkId });
  return talkId;
};
const bytesAt = async (fileId: string) => {
  const answer = await fetch(`${library.cloud.url}/client/file?fileID=${encodeURIComponent(fileId)}`);
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : 'gone';
};

describe('what a reader sends', () => {
  it('stands in its order, and is opened by the librarian once it is fit', async () => {
    const talkId = await talking();
    await said('an', talkId, await sent('an', 'picture', aPicture('一页')));
    await said('an', talkId, await sent('an', 'voice', aVoice(7)));
    const { lines } = await library.get('desk', 'talkDesk.show', { talkId });
    const cards = lines.flatMap(({ card }) => (card?.kind === 'media' ? [card] : []));
    expect(cards.map(({ what, seconds }) => [what, seconds])).toEqual([
      ['picture', 0],
      ['voice', 7],
    ]);
    const [picture, voice] = cards.map(({ mediaId }) => mediaId);
    await becomes(talkId, voice ?? '', 'fit');
    await becomes(talkId, picture ?? '', 'fit');
    const link = await library.get('desk', 'talkDesk.openMedia', { talkId, mediaId: picture ?? '' });
    expect(await bytesAt(link.fileId)).toEqual(aPicture('一页'));
  });

  it('is seen by who sent it while it is looked at, and by nobody else', async () => {
    const talkId = await talking();
    const mediaId = await sent('an', 'picture', aPicture('不答测试'));
    await said('an', talkId, mediaId);
    expect((await library.get('an', 'talks.openMedia', { talkId, mediaId })).fileId).toContain('/opened/');
    expect(await library.refused('desk', 'talkDesk.openMedia', { talkId, mediaId })).toEqual(['media_is']);
  });

  it('and WeChat refuses, nobody opens: both sides see that it was', async () => {
    const talkId = await talking();
    const mediaId = await sent('an', 'picture', aPicture('违规测试'));
    await said('an', talkId, mediaId);
    await becomes(talkId, mediaId, 'refused');
    expect(await stateIn('an', talkId, mediaId)).toBe('refused');
    expect(await library.refused('an', 'talks.openMedia', { talkId, mediaId })).toEqual(['media_is']);
    expect(await library.refused('desk', 'talkDesk.openMedia', { talkId, mediaId })).toEqual(['media_is']);
  });

  it('may be how a talk begins', async () => {
    const mediaId = await sent('an', 'picture', aPicture());
    const { talkId } = await library.get('an', 'talks.open', {
      ...{ text: '', skill: 'general', card: { kind: 'media', mediaId } },
    });
    await becomes(talkId, mediaId, 'fit');
  });
});

describe('another reader', () => {
  it('opens nothing of it: not by the talk, not by its name, not out of their own talk', async () => {
    const talkId = await talking();
    const mediaId = await sent('an', 'file', aPdf());
    await said('an', talkId, mediaId);
    const other = await library.get('bai', 'talks.open', question);
    expect(await library.refused('bai', 'talks.openMedia', { talkId, mediaId })).toEqual(['talk_not_found']);
    const own = { talkId: other.talkId, mediaId };
    expect(await library.refused('bai', 'talks.openMedia', own)).toEqual(['media_not_found']);
    const card = { kind: 'media' as const, mediaId };
    expect(await library.refused('bai', 'talks.say', { talkId: other.talkId, text: '', card })).toEqual([
      'media_not_found',
    ]);
    expect(await library.refused('visitor', 'talks.openMedia', { talkId, mediaId })).toEqual(['no_card']);
  });

  it('who was given a link finds nothing behind it twenty minutes later', async () => {
    const talkId = await talking();
    const mediaId = await sent('desk', 'file', aPdf('一篇'));
    await said('desk', talkId, mediaId);
    const { fileId } = await library.get('an', 'talks.openMedia', { talkId, mediaId });
    expect(await bytesAt(fileId)).toEqual(aPdf('一篇'));
    // While it lasts it is one copy, for both sides.
    expect((await library.get('desk', 'talkDesk.openMedia', { talkId, mediaId })).fileId).toBe(fileId);
    await library.cloud.clock.move({ advance: { minutes: 30 } });
    await library.cloud.timer('jobs');
    expect(await bytesAt(fileId)).toBe('gone');
    const anew = await library.get('an', 'talks.openMedia', { talkId, mediaId });
    expect(anew.fileId).not.toBe(fileId);
  });
});

describe('at once', () => {
  it('one picture is put into a talk once, under one request', async () => {
    const talkId = await talking();
    const mediaId = await sent('an', 'picture', aPicture());
    const card = { kind: 'media' as const, mediaId };
    const answers = await Promise.all(
      [1, 2, 3].map(() => library.ask('an', 'talks.say', { talkId, text: '', card }, 'the-same-one')),
    );
    expect(outcomes(answers)).toEqual(['ok', 'ok', 'ok']);
    const { lines } = await library.get('desk', 'talkDesk.show', { talkId });
    expect(lines.filter((line) => line.card?.kind === 'media')).toHaveLength(1);
  });

  it('two who open it are given one copy', async () => {
    const talkId = await talking();
    const mediaId = await sent('desk', 'file', aPdf());
    await said('desk', talkId, mediaId);
    const links = await Promise.all([
      library.get('an', 'talks.openMedia', { talkId, mediaId }),
      library.get('desk', 'talkDesk.openMedia', { talkId, mediaId }),
      library.get('boss', 'talkDesk.openMedia', { talkId, mediaId }),
    ]);
    expect(new Set(links.map(({ fileId }) => fileId)).size).toBe(1);
  });

  it('what is taken back while it is opened leaves nothing behind', async () => {
    const talkId = await talking();
    const mediaId = await sent('an', 'file', aPdf());
    const { number } = await said('an', talkId, mediaId);
    await Promise.all([
      library.get('an', 'talks.takeBack', { talkId, number }),
      library.ask('desk', 'talkDesk.openMedia', { talkId, mediaId }),
    ]);
    expect(await stateIn('desk', talkId, mediaId)).toBeUndefined();
    expect(await library.refused('desk', 'talkDesk.openMedia', { talkId, mediaId })).toEqual([
      'media_not_found',
    ]);
    await library.cloud.clock.move({ advance: { minutes: 30 } });
    await library.cloud.timer('jobs');
    expect(await library.documents('passingFiles')).toEqual([]);
    const left = library.cloud.parts.files.list().filter(({ path }) => path.includes(mediaId));
    expect(left).toEqual([]);
  });
});

it('a note of staff holds no file: what stands in a talk its reader may open', async () => {
  const talkId = await talking();
  const mediaId = await sent('desk', 'file', aPdf());
  const card = { kind: 'media' as const, mediaId };
  expect(await library.ask('desk', 'talkDesk.say', { talkId, text: '', card, note: true })).toMatchObject({
    invalid: [{ path: 'input.note' }],
  });
});

it('goes with its talk, and so do the files', async () => {
  const talkId = await talking();
  const mediaId = await sent('an', 'file', aPdf());
  await said('an', talkId, mediaId);
  const { keptAs = '' } = (await library.document('media', mediaId)) ?? {};
  await library.get('an', 'talks.close', { talkId });
  await library.cloud.clock.move({ advance: { days: 32 } });
  await library.cloud.timer('jobs');
  await library.cloud.timer('jobs');
  expect(await library.documents('media')).toEqual([]);
  expect(await bytesAt(keptAs)).toBe('gone');
});

it('what WeChat is unsure of is looked at by a librarian, who lets it pass', async () => {
  const talkId = await talking();
  const mediaId = await sent('an', 'picture', aPicture('待审测试'));
  await said('an', talkId, mediaId);
  await becomes(talkId, mediaId, 'unsure');
  const { list } = await library.get('boss', 'mediaDesk.waiting', {});
  expect(list.map(({ usedBy, kind }) => [usedBy, kind])).toEqual([[talkId, 'picture']]);
  const { fileId } = await library.get('boss', 'mediaDesk.look', { mediaId });
  expect(await bytesAt(fileId)).toEqual(aPicture('待审测试'));
  await library.get('boss', 'mediaDesk.decide', { mediaId, fit: true });
  expect(await stateIn('an', talkId, mediaId)).toBe('fit');
});
