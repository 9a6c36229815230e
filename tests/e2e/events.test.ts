import type { Locator } from 'playwright-core';
import type { EventDocument } from '../../cloudfunctions/documents';
import { describeInBrowser } from './browser';
import { until } from '../until';
import { openLibrary, START, type OpenLibrary } from './open-library';

jest.setTimeout(240_000);

/** What the tests need of a video element. */
interface Film {
  muted: boolean;
  currentTime: number;
  play(): Promise<void>;
  pause(): void;
}

describeInBrowser('events and lectures', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const events = () => library.cloud.db.find('events', {}) as Promise<unknown[]> as Promise<EventDocument[]>;
  const eventPage = (event: EventDocument) => `features/events/pages/event/index?eventId=${event._id}`;
  const find = async (wanted: (event: EventDocument) => boolean): Promise<EventDocument> => {
    const event = (await events()).find(wanted);
    if (!event) throw new Error('the demo library has no such event');
    return event;
  };

  it('register a reader, count the place, list it under my registrations, and give it back', async () => {
    const open = await find(
      (event) =>
        event.free > 0 &&
        event.held.every(({ readerId }) => readerId !== 'r-lin') &&
        event.state === 'published' &&
        event.terms.way === 'first_come' &&
        event.terms.party === 1 &&
        event.opensAt <= START &&
        event.closesAt > START &&
        !event.cancelled,
    );
    const reader = await library.enter('reader', { page: eventPage(open) });
    await reader.sees(open.title);
    await reader.taps(/^我要报名$|^报名$/);
    await reader.sees('报名成功');
    await reader.taps('不用了');
    expect((await find((event) => event._id === open._id)).registered).toBe(open.registered + 1);
    await reader.leaves();

    const mine = await library.enter('reader', { page: 'features/events/pages/mine/index' });
    await mine.taps(open.title);
    await mine.taps('取消报名');
    await mine.sees('取消报名？');
    await mine.taps(/^取消报名$/);
    await mine.sees(/^我要报名$|^报名$/);
    expect((await find((event) => event._id === open._id)).registered).toBe(open.registered);
    await mine.leaves();
  });

  it('never sell a full event', async () => {
    const full = await find((event) => event.registered >= event.quota && event.closesAt > START);
    const reader = await library.enter('visitor', { page: eventPage(full) });
    await reader.sees(/已满|满员|名额已满/);
    await reader.leaves();
  });

  it('play a replay in the browser and go on where the reader stopped', async () => {
    const [lecture] = await library.cloud.db.find('lectures', { _id: 'lec-trees' }, 1);
    const page = `features/lectures/pages/lecture/index?lectureId=${lecture?._id as string}`;
    const reader = await library.enter('reader', { page });
    const video = reader.phone.page.locator('video');
    await video.waitFor({ state: 'attached' });
    await video.evaluate(async (film: Film) => {
      film.muted = true;
      film.currentTime = 12;
      await film.play();
    });
    await expect(secondsOf(video)).resolves.toBeGreaterThan(11);
    expect(await until(async () => (await secondsOf(video)) > 12.5)).toBe(true);
    await video.evaluate((film: Film) => film.pause());
    const stopped = await secondsOf(video);
    await kept(lecture?._id as string, stopped);
    await reader.leaves();

    const again = await library.enter('reader', { page });
    await again.sees(/继续|上次/);
    await again.leaves();
  });

  const secondsOf = (video: Locator): Promise<number> => video.evaluate((film: Film) => film.currentTime);

  /** Waits until the library has written down where the reader stopped. */
  const kept = async (lectureId: string, seconds: number): Promise<void> => {
    const isKept = async (): Promise<boolean> => {
      const [position] = await library.cloud.db.get('replayPositions', [`${lectureId}_r-lin`]);
      return position !== undefined && Math.abs((position.seconds as number) - seconds) < 2;
    };
    if (await until(isKept)) return;
    throw new Error(`the position ${seconds} was not kept`);
  };
});
