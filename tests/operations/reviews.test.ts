import { cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Answer } from '../../typings/contract/answer';
import { collections } from '../../cloudfunctions/collections';
import type { LibrarySettings } from '../../cloudfunctions/documents';
import { startCloud, type Cloud } from '../../local/cloud/index';
import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

jest.setTimeout(180_000);

/** A warm function keeps the library's settings for a minute. */
const A_MINUTE = { advance: { minutes: 2 } };
const ONE = 'title-one';
/** Words that the local WeChat finds risky, or is not sure of. */
const RISKY = '违规测试';
const DOUBTFUL = '待审测试';

/**
 * The same library where the function may not ask for the check: WeChat answers with an error, as when its
 * service fails.
 */
const libraryWithoutCheck = async (
  everything: Awaited<ReturnType<SmallLibrary['everything']>>,
): Promise<Cloud> => {
  const dist = resolve(__dirname, '..', '..', 'dist');
  const functions = join(dist, 'cloudfunctions-unchecked');
  cpSync(join(dist, 'cloudfunctions'), functions, { recursive: true });
  const config = { timeout: 20, memorySize: 256, permissions: { openapi: [] } };
  writeFileSync(join(functions, 'reader', 'config.json'), JSON.stringify(config));
  const cloud = await startCloud({ collections, functions, warm: 1, root: resolve(dist, '..') });
  await cloud.clock.move({ set: '2026-11-22T02:00:00.000Z' });
  for (const [name, documents] of Object.entries(everything))
    await cloud.db.upsert(name, documents as object[] as Record<string, unknown>[]);
  return cloud;
};

describe('reviews', () => {
  let library: SmallLibrary;
  beforeAll(async () => {
    library = await startSmallLibrary(4);
  });
  afterAll(() => library?.close());

  const switchTo = async (openContent: NonNullable<LibrarySettings['openContent']>) => {
    const settings = await library.document('settings', 'library');
    await library.cloud.db.upsert('settings', [{ ...settings, openContent } as Record<string, unknown>]);
    await library.cloud.clock.move(A_MINUTE);
  };
  beforeEach(async () => {
    await library.startOver();
    await switchTo({ reviews: true, lists: false });
  });

  const write = (who: string, rating: number, text = '好看', titleId = ONE) =>
    library.get(who, 'reviews.write', { titleId, rating, text });
  const seen = (who: string, titleId = ONE) => library.get(who, 'reviews.list', { titleId });
  const decide = (reviewId: string, at: string, allow: boolean, why = '') =>
    library.get('boss', 'reviewDesk.decide', { reviewId, at, allow, why });
  const allowed = async (who: string, rating: number, text = '好看', titleId = ONE) => {
    const { reviewId, at } = await write(who, rating, text, titleId);
    await decide(reviewId, at, true);
    return reviewId;
  };
  /** The sum of each title is that of its shown reviews: the invariant of titleRatings. */
  const sumsHold = async () => {
    const [reviews, sums] = await Promise.all([
      library.documents('reviews'),
      library.documents('titleRatings'),
    ]);
    for (const titleId of new Set([...reviews.map((each) => each.titleId), ...sums.map(({ _id }) => _id)])) {
      const shown = reviews.filter((each) => each.titleId === titleId && each.status === 'shown');
      const sum = sums.find(({ _id }) => _id === titleId) ?? { count: 0, sum: 0, stars: [0, 0, 0, 0, 0] };
      expect({ titleId, count: sum.count, sum: sum.sum, stars: sum.stars }).toEqual({
        titleId,
        count: shown.length,
        sum: shown.reduce((total, { rating }) => total + rating, 0),
        stars: [1, 2, 3, 4, 5].map((star) => shown.filter(({ rating }) => rating === star).length),
      });
    }
  };

  it('waits for staff, is seen by its writer alone, and by all once it was allowed', async () => {
    expect(await write('an', 5, '读了三遍')).toMatchObject({ status: 'waiting', rating: 5 });
    expect(await seen('bai')).toMatchObject({ open: true, list: [], mine: null, rating: { count: 0 } });
    expect(await seen('an')).toMatchObject({ list: [], mine: { status: 'waiting', text: '读了三遍' } });
    const desk = await library.get('boss', 'reviewDesk.list', { what: 'waiting' });
    expect(desk).toMatchObject({ waiting: 1, reported: 0, open: true, checkFirst: true });
    const [row] = desk.list;
    await decide(row!.reviewId, row!.at, true);
    expect(await seen('stranger')).toMatchObject({
      list: [{ rating: 5, text: '读了三遍', mine: false }],
      rating: { count: 1, sum: 5, stars: [0, 0, 0, 0, 1] },
    });
    expect((await library.get('stranger', 'catalogue.title', { titleId: ONE })).rating).toEqual({
      count: 1,
      sum: 5,
    });
    await sumsHold();
  });

  it('never shows the name of a reader to others unless they sign with it', async () => {
    await allowed('an', 5);
    const { list } = await seen('bai');
    expect(list[0]?.author).toBe('a＊');
    expect(JSON.stringify(list)).not.toContain('"an"');
    const signed = await library.get('an', 'reviews.write', {
      titleId: ONE,
      rating: 5,
      text: '好看',
      author: '山中人',
    });
    // A name is words of the reader's own: it waits like them.
    expect(signed).toMatchObject({ author: '山中人', status: 'waiting' });
  });

  it('is refused when the content check calls it risky, and leaves nothing behind', async () => {
    const input = { titleId: ONE, rating: 1, text: `这本书${RISKY}` };
    expect(await library.refused('an', 'reviews.write', input)).toEqual(['text_not_allowed']);
    expect(await library.refused('an', 'reviews.write', { ...input, text: '好', author: RISKY })).toEqual([
      'text_not_allowed',
    ]);
    expect(await library.documents('reviews')).toEqual([]);
  });

  it('is shown at once where the library wants that, unless the check was not sure', async () => {
    await switchTo({ reviews: true, lists: false, reviewsAtOnce: true });
    expect(await write('an', 4)).toMatchObject({ status: 'shown' });
    expect(await write('bai', 4, DOUBTFUL)).toMatchObject({ status: 'waiting' });
    await sumsHold();
  });

  it('waits for staff when the content check gives no verdict', async () => {
    await switchTo({ reviews: true, lists: false, reviewsAtOnce: true });
    const unchecked = await libraryWithoutCheck(await library.everything());
    try {
      const event = {
        action: 'reviews.write',
        input: { titleId: ONE, rating: 4, text: '好看' },
        requestId: 'request-unchecked',
      };
      expect(await unchecked.call('reader', event, 'o-an')).toMatchObject({
        result: { ok: true, value: { status: 'waiting' } },
      });
    } finally {
      await unchecked.close();
    }
  });

  it('is one a reader and title: written anew it takes the place of the former, also from two phones at once', async () => {
    await allowed('an', 5);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        library.ask('an', 'reviews.write', { titleId: ONE, rating: (n % 5) + 1, text: `第 ${n} 稿` }),
      ),
    );
    expect(outcomes(answers as Answer<unknown>[])).toEqual(Array.from({ length: 6 }, () => 'ok'));
    expect(await library.documents('reviews')).toHaveLength(1);
    await sumsHold();
  });

  it('keeps the sum of a title while many readers write, change and take back at once', async () => {
    await switchTo({ reviews: true, lists: false, reviewsAtOnce: true });
    const readers = ['an', 'bai', 'chen', 'ding'];
    await Promise.all(
      readers.flatMap((who, n) => [
        library.ask(who, 'reviews.write', { titleId: ONE, rating: n + 1, text: '甲' }),
        library.ask(who, 'reviews.write', { titleId: ONE, rating: 5 - n, text: '乙' }),
      ]),
    );
    await sumsHold();
    await Promise.all([
      library.ask('an', 'reviews.remove', { titleId: ONE }),
      library.ask('bai', 'reviews.write', { titleId: ONE, rating: 1, text: '丙' }),
      library.ask('chen', 'reviews.remove', { titleId: ONE }),
      library.ask('chen', 'reviews.remove', { titleId: ONE }),
    ]);
    await sumsHold();
    expect((await seen('an')).rating.count).toBe(2);
  });

  it('does nothing twice: a repeat of a request is answered as before', async () => {
    const input = { titleId: ONE, rating: 5, text: '好看' };
    const first = await library.get('an', 'reviews.write', input, 'request-1');
    await library.get('an', 'reviews.remove', { titleId: ONE });
    expect(await library.get('an', 'reviews.write', input, 'request-1')).toEqual(first);
    expect(await library.documents('reviews')).toEqual([]);
  });

  it('stays shown when only the stars change, and waits again when the words do', async () => {
    await allowed('an', 5, '好看');
    expect(await write('an', 3, '好看')).toMatchObject({ status: 'shown', rating: 3 });
    expect((await seen('bai')).rating).toMatchObject({ count: 1, sum: 3 });
    expect(await write('an', 3, '其实不好看')).toMatchObject({ status: 'waiting' });
    expect((await seen('bai')).rating).toMatchObject({ count: 0, sum: 0 });
    await sumsHold();
  });

  it('shows stars without words at once: there is nothing to read', async () => {
    expect(await write('an', 4, '  ')).toMatchObject({ status: 'shown', text: '' });
    await sumsHold();
  });

  it('is decided on as staff read it: words written meanwhile are not allowed unread', async () => {
    const { reviewId, at } = await write('an', 5, '甲');
    await library.cloud.clock.move({ advance: { minutes: 1 } });
    await write('an', 1, '乙');
    expect(
      await library.refused('boss', 'reviewDesk.decide', { reviewId, at, allow: true, why: '' }),
    ).toEqual(['review_changed']);
    expect((await seen('bai')).list).toEqual([]);
  });

  it('is refused by staff with a reason, which the reader is told', async () => {
    const { reviewId, at } = await write('an', 1, '书页被撕了');
    expect(
      await library.refused('boss', 'reviewDesk.decide', { reviewId, at, allow: false, why: ' ' }),
    ).toEqual(['comment_needed']);
    await decide(reviewId, at, false, '这是复本的情况，请告诉服务台');
    expect((await seen('an')).mine).toMatchObject({ status: 'refused', why: '这是复本的情况，请告诉服务台' });
    const { list } = await library.get('an', 'notices.list', {});
    expect(list[0]).toMatchObject({
      title: '您的书评没有发表',
      body: expect.stringContaining('这是复本的情况'),
      link: expect.stringContaining('/features/reviews/'),
    });
    await sumsHold();
  });

  it('is looked at again when a reader reports it, and counts no more once staff take it down', async () => {
    const reviewId = await allowed('an', 5, '剧透：最后都走了');
    for (const who of ['bai', 'bai', 'chen'])
      await library.get(who, 'reviews.report', { reviewId, why: `${who} 看到剧透` });
    const desk = await library.get('boss', 'reviewDesk.list', { what: 'reported' });
    expect(desk).toMatchObject({
      reported: 1,
      list: [{ status: 'shown', reports: ['chen 看到剧透', 'bai 看到剧透'] }],
    });
    expect(JSON.stringify(desk)).not.toContain('reader-bai');
    await decide(reviewId, desk.list[0]!.at, false, '请不要剧透');
    expect(await seen('bai')).toMatchObject({ list: [], rating: { count: 0 } });
    expect((await library.get('boss', 'reviewDesk.list', { what: 'reported' })).reported).toBe(0);
    await sumsHold();
  });

  it('stays when staff find the report unfounded, and nobody is told of nothing', async () => {
    const reviewId = await allowed('an', 5);
    const before = (await library.get('an', 'notices.list', {})).list.length;
    await library.get('bai', 'reviews.report', { reviewId, why: '不喜欢' });
    const { list } = await library.get('boss', 'reviewDesk.list', { what: 'reported' });
    await decide(reviewId, list[0]!.at, true);
    expect((await seen('bai')).list).toHaveLength(1);
    expect((await library.get('an', 'notices.list', {})).list).toHaveLength(before);
  });

  it('comes page by page, newest first', async () => {
    const [old] = await library.documents('reviews', { reviewId: await allowed('an', 5) });
    await library.cloud.db.upsert(
      'reviews',
      Array.from({ length: 24 }, (_, n) => ({
        ...old,
        _id: `${ONE}_other-${n}`,
        reviewId: `review-${n}`,
        readerId: `other-${n}`,
        text: `${n}`,
        at: `2026-10-${String(n + 1).padStart(2, '0')}T00:00:00.000Z`,
      })) as Record<string, unknown>[],
    );
    const texts: string[] = [];
    let after: string | undefined;
    do {
      const page = await library.get('bai', 'reviews.list', { titleId: ONE, ...(after && { after }) });
      expect(page.list.length).toBeLessThanOrEqual(10);
      texts.push(...page.list.map(({ text }) => text));
      after = page.next;
    } while (after);
    expect(texts).toEqual(['好看', ...Array.from({ length: 24 }, (_, n) => `${23 - n}`)]);
  });

  it('is closed to all while the library does not show reviews, and what was written is kept', async () => {
    await allowed('an', 5);
    await library.get('boss', 'reviewDesk.setOpen', { open: false, checkFirst: true });
    expect(await library.get('boss', 'reviewDesk.list', { what: 'waiting' })).toMatchObject({ open: false });
    await library.cloud.clock.move(A_MINUTE);
    expect(await seen('an')).toMatchObject({ open: false, mine: null, list: [], rating: { count: 0 } });
    expect((await library.get('an', 'catalogue.title', { titleId: ONE })).rating).toBeUndefined();
    expect(await library.refused('bai', 'reviews.write', { titleId: ONE, rating: 5, text: '' })).toEqual([
      'reviews_not_open',
    ]);
    await library.get('boss', 'reviewDesk.setOpen', { open: true, checkFirst: true });
    await library.cloud.clock.move(A_MINUTE);
    expect((await seen('bai')).list).toHaveLength(1);
  });

  it('is written with a card only, moderated by the content staff only, switched by the director only', async () => {
    const input = { titleId: ONE, rating: 5, text: '好看' };
    expect(await library.refused('stranger', 'reviews.write', input)).toEqual(['no_card']);
    expect(await library.refused('an', 'reviewDesk.list', { what: 'waiting' })).toEqual(['not_staff']);
    expect(await library.refused('desk', 'reviewDesk.list', { what: 'waiting' })).toEqual(['role_missing']);
    expect(await library.refused('desk', 'reviewDesk.setOpen', { open: true, checkFirst: false })).toEqual([
      'role_missing',
    ]);
    expect(await library.refused('an', 'reviews.write', { ...input, titleId: 'no-such' })).toEqual([
      'title_not_found',
    ]);
    const wrong = await library.ask('an', 'reviews.write', {
      titleId: ONE,
      rating: 6,
      text: '字'.repeat(501),
    });
    expect(wrong).toMatchObject({
      ok: false,
      invalid: [{ path: 'input.rating' }, { path: 'input.text', message: '最多 500 个字' }],
    });
  });

  it("stands in the reader's own data, and goes with the account, out of the sum as well", async () => {
    await allowed('an', 5, '读了三遍');
    await allowed('bai', 3);
    const { json } = await library.get('an', 'account.export', {});
    expect(JSON.parse(json)).toMatchObject({ reviews: [{ title: '红楼梦', rating: 5, text: '读了三遍' }] });
    await library.get('an', 'account.close', { cardNumber: '30100000001' });
    await library.cloud.timer('jobs');
    const reviews = await library.documents('reviews');
    expect(reviews.map(({ readerId }) => readerId)).toEqual(['reader-bai']);
    await sumsHold();
  });
});
