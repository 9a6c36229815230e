import type { ChallengeRunDocument } from '../../cloudfunctions/documents';
import { until } from '../until';
import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(300_000);

const page = (name: string) => `features/challenges/pages/${name}/index?eventId=e-challenge`;

describeInBrowser('a reading challenge', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const run = async (): Promise<ChallengeRunDocument | undefined> => {
    const found: unknown[] = await library.cloud.db.get('challengeRuns', ['e-challenge_r-lin']);
    return found[0] as ChallengeRunDocument | undefined;
  };

  it('a reader checks in with a sentence, mends the streak, and sees the team; staff let the sentence through', async () => {
    const reader = await library.enter('reader', {
      page: 'features/events/pages/event/index?eventId=e-challenge',
    });
    await reader.taps('去打卡');
    await reader.sees('连续 6 天');
    await reader.taps('今天打卡');
    await reader.types('一句话', '读到一半下雨了');
    await reader.tapsNamed('给大家看');
    await reader.taps(/^打卡$/);
    await reader.sees('连续 7 天');
    await reader.sees('审核后大家看得到');
    await reader.tapsNamed(/没有打卡，可以补卡/);
    await reader.sees('还能补 2 次');
    await reader.taps(/^补卡$/);
    await reader.sees('连续 9 天');
    expect(await until(async () => (await run())?.count === 9)).toBe(true);
    await reader.sees('全队 22 天');
    await reader.leaves();

    const staff = await library.enter('librarian', { page: page('desk') });
    await staff.sees('读到一半下雨了');
    await staff.tapsNamed(/^通过：读到一半下雨了/);
    await staff.seesNoMore('读到一半下雨了');
    await staff.leaves();

    const other = await library.enter('student', { page: page('notes') });
    await other.sees('读到一半下雨了');
    await other.sees('林＊＊');
    await other.leaves();
  });
});
