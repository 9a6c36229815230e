import { randomUUID } from 'node:crypto';
import type { MediaKind } from '../../typings/contract';
import { fileIdPrefix } from '../../local/cloud/environment';
import { aPdf, aPicture, aVoice } from '../builders/files';
import { until } from '../until';
import { startSmallLibrary, type SmallLibrary } from './library';

/** Pictures, voices and files on their way: announced, put there, looked at, judged, opened, gone. */

jest.setTimeout(120_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary();
});
afterAll(() => library?.close());
beforeEach(async () => {
  await library.startOverLater(3);
  await library.appoint('desk', ['reference']);
  for (const path of sentFiles()) library.cloud.parts.files.remove(path);
});

const announced = (kind: MediaKind, bytes: Buffer, who = 'an') =>
  library.get(who, who === 'desk' ? 'mediaDesk.begin' : 'media.begin', {
    purpose: 'talk' as const,
    kind,
    bytes: bytes.length,
    name: '参考文献.pdf',
  });
const handed = async (mediaId: string, who = 'an') =>
  library.get(who, who === 'desk' ? 'mediaDesk.hand' : 'media.hand', { mediaId });
const sent = async (kind: MediaKind, bytes: Buffer, who = 'an') => {
  const { mediaId, path } = await announced(kind, bytes, who);
  await library.cloud.files.upload(path, bytes);
  await handed(mediaId, who);
  return mediaId;
};
const stateOf = async (mediaId: string) => (await library.document('media', mediaId))?.state;
const becomes = async (mediaId: string, state: string) => {
  await until(async () => (await stateOf(mediaId)) === state);
  expect(await stateOf(mediaId)).toBe(state);
};
const paths = () => library.cloud.parts.files.list().map(({ path }) => path);
const idOf = (path: string) => `${fileIdPrefix}${path}`;
const sentFiles = () => paths().filter((path) => /^(sent|kept|opened)\//.test(path));
const tick = () => library.cloud.clock.move({ advance: { minutes: 10 } });
const hours = (count: number) => library.cloud.clock.move({ advance: { hours: count } });
/** Somebody was in the mini program just now. */
const isHere = (who = 'an') => library.get(who, 'home.show', {});

describe('what is sent', () => {
  it('is looked at by WeChat, and fit once it says so', async () => {
    const mediaId = await sent('picture', aPicture());
    expect(await stateOf(mediaId)).toBe('checking');
    await becomes(mediaId, 'fit');
    const voice = await sent('voice', aVoice(9));
    expect((await library.document('media', voice))?.seconds).toBe(9);
    await becomes(voice, 'fit');
  });

  it('that WeChat finds risky is nobody’s to see, and its file goes', async () => {
    const mediaId = await sent('picture', aPicture('违规测试'));
    await becomes(mediaId, 'refused');
    const { keptAs = '' } = (await library.document('media', mediaId)) ?? {};
    expect(keptAs).toContain('/kept/');
    await tick();
    expect(paths().map(idOf)).not.toContain(keptAs);
  });

  it('that WeChat is unsure of waits for people, who decide once', async () => {
    const mediaId = await sent('picture', aPicture('待审测试'));
    await becomes(mediaId, 'unsure');
    // Nobody looks at what stands nowhere.
    expect(await library.refused('desk', 'mediaDesk.look', { mediaId })).toEqual(['media_not_found']);
    const stored = await library.document('media', mediaId);
    await library.cloud.db.upsert('media', [{ ...stored, usedBy: 'talk-1' }]);
    expect((await library.get('desk', 'mediaDesk.waiting', {})).list.map((each) => each.mediaId)).toEqual([
      mediaId,
    ]);
    expect((await library.get('desk', 'mediaDesk.look', { mediaId })).fileId).toContain('/opened/');
    await library.get('desk', 'mediaDesk.decide', { mediaId, fit: true });
    expect(await stateOf(mediaId)).toBe('fit');
    expect(await library.refused('desk', 'mediaDesk.decide', { mediaId, fit: false })).toEqual(['media_is']);
  });

  it('by its bytes another kind, too large or too long, is refused, and its file is gone at once', async () => {
    for (const [kind, bytes] of [
      ['picture', Buffer.from('MZ a program')],
      ['file', aPicture()],
      ['voice', aVoice(70)],
    ] as const) {
      const { mediaId, path } = await announced(kind, bytes);
      await library.cloud.files.upload(path, bytes);
      expect(await library.refused('an', 'media.hand', { mediaId })).toEqual(['file_not_allowed']);
      expect(paths()).not.toContain(path);
    }
    const large = { purpose: 'talk' as const, kind: 'picture' as const, bytes: 11 * 1024 * 1024 };
    expect(await library.refused('an', 'media.begin', large)).toEqual(['file_not_allowed']);
  });

  it('a file is taken by its form alone, and nothing arrived is a no', async () => {
    expect(await stateOf(await sent('file', aPdf(), 'desk'))).toBe('fit');
    const { mediaId } = await announced('file', aPdf());
    expect(await library.refused('an', 'media.hand', { mediaId })).toEqual(['file_not_allowed']);
  });

  it('cannot be changed once it was looked at: what phones can write is not what is kept', async () => {
    const { mediaId, path } = await announced('picture', aPicture());
    await library.cloud.files.upload(path, aPicture());
    await handed(mediaId);
    expect(paths()).not.toContain(path);
    await library.cloud.files.upload(path, aPicture('违规测试'));
    const kept = (await library.document('media', mediaId))?.keptAs ?? '';
    const bytes = await fetch(`${library.cloud.url}/client/file?fileID=${encodeURIComponent(kept)}`);
    expect(Buffer.from(await bytes.arrayBuffer()).equals(aPicture())).toBe(true);
  });

  it('is handed over once, however often it is asked at once', async () => {
    const { mediaId, path } = await announced('picture', aPicture());
    await library.cloud.files.upload(path, aPicture());
    const [first, second] = await Promise.all([handed(mediaId), handed(mediaId)]);
    expect(first).toEqual(second);
    await becomes(mediaId, 'fit');
    await hours(2);
    const { keptAs = '' } = (await library.document('media', mediaId)) ?? {};
    // What the other of the two had kept is gone; this one stays.
    expect(
      paths()
        .filter((one) => one.startsWith('kept/'))
        .map(idOf),
    ).toEqual([keptAs]);
  });

  it('by somebody else is nobody’s to hand over', async () => {
    const { mediaId } = await announced('picture', aPicture());
    expect(await library.refused('bai', 'media.hand', { mediaId })).toEqual(['media_not_found']);
    expect(await library.refused('desk', 'mediaDesk.hand', { mediaId })).toEqual(['media_not_found']);
  });
});

describe('a verdict', () => {
  const push = (event: object) => library.cloud.call('pushes', event, 'o-bai');

  it('is nobody’s who does not know its name', async () => {
    const mediaId = await sent('picture', aPicture('不答测试'));
    const forged = { Event: 'wxa_media_check', errcode: 0, result: { suggest: 'pass' } };
    await push({ ...forged, trace_id: randomUUID() });
    await push({ ...forged, trace_id: mediaId });
    await push({ ...forged, trace_id: { $ne: '' } });
    await push({ Event: 'something_else' });
    expect(await stateOf(mediaId)).toBe('checking');
  });

  it('that says twice what it says changes nothing the second time', async () => {
    const mediaId = await sent('picture', aPicture('不答测试'));
    const trace_id = (await library.document('media', mediaId))?.traceIds[0];
    const event = { Event: 'wxa_media_check', errcode: 0, trace_id };
    await push({ ...event, result: { suggest: 'risky' } });
    await push({ ...event, result: { suggest: 'pass' } });
    expect(await stateOf(mediaId)).toBe('refused');
  });

  it('that does not come is asked for again, and in the end people look', async () => {
    const mediaId = await sent('picture', aPicture('不答测试'));
    const asked = async () => (await library.document('media', mediaId))?.traceIds.length;
    expect(await asked()).toBe(1);
    await tick();
    expect(await asked()).toBe(1);
    for (let n = 0; n < 4; n++) {
      await isHere();
      await tick();
    }
    expect(await asked()).toBe(2);
    await hours(1);
    await tick();
    await tick();
    expect(await stateOf(mediaId)).toBe('unsure');
  });
});

describe('files go', () => {
  it('a day after they were sent for nothing, and those that never came', async () => {
    const unused = await sent('picture', aPicture());
    const { mediaId, path } = await announced('picture', aPicture());
    await library.cloud.files.upload(path, aPicture());
    await library.cloud.clock.move({ advance: { days: 2 } });
    await tick();
    expect(await library.documents('media')).toEqual([]);
    expect(sentFiles()).toEqual([]);
    expect([await stateOf(unused), await stateOf(mediaId)]).toEqual([undefined, undefined]);
  });

  it('with an account', async () => {
    const mediaId = await sent('voice', aVoice(3));
    const stored = await library.document('media', mediaId);
    await library.cloud.db.upsert('media', [{ ...stored, usedBy: 'talk-1' }]);
    await library.get('an', 'account.close', { cardNumber: '30100000001' });
    await tick();
    await tick();
    expect(await library.documents('media')).toEqual([]);
    expect(sentFiles()).toEqual([]);
    expect(await library.documents('passingFiles')).toEqual([]);
  });
});
