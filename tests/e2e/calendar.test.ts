import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(240_000);

const CALENDAR = 'features/rules/pages/calendar/index';

/** Sunday 2026-11-22; the demo library lends for thirty days, so much of it is due before Christmas. */
describeInBrowser('the calendar of a branch', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  /** A day on which something of the main library is due, and how much. */
  const aDueDay = async (): Promise<{ day: string; barcodes: string[]; readerId: string }> => {
    const items = (await library.cloud.db.find('items', { 'loan.branchId': 'main' })) as unknown as {
      _id: string;
      loan: { dueOn: string; readerId: string };
    }[];
    const day = items
      .map((item) => item.loan.dueOn)
      .filter((dueOn) => dueOn > '2026-11-23')
      .sort()[0];
    const due = items.filter((item) => item.loan.dueOn === day);
    if (!day || !due[0]) throw new Error('nothing is due at the main library');
    return { day, barcodes: due.map((item) => item._id), readerId: due[0].loan.readerId };
  };
  const dueOn = async (barcode: string) =>
    ((await library.cloud.db.find('items', { _id: barcode }))[0] as { loan: { dueOn: string } } | undefined)
      ?.loan.dueOn;
  const dayNamed = (day: string) =>
    new RegExp(`(?:^|，)${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 `);

  it('closes days: shows first how much moves, moves it, tells each reader once, and takes it back', async () => {
    const { day, barcodes, readerId } = await aDueDay();
    const boss = await library.enter('librarian', { page: CALENDAR });
    await boss.sees('2026 年 11 月');
    if (!day.startsWith('2026-11')) await boss.tapsNamed('下个月');
    await boss.tapsNamed(dayNamed(day));
    await boss.taps('从这天起闭馆');
    await boss.sees(new RegExp(`会顺延 ${barcodes.length} 册借阅的到期日`));
    await boss.types('闭馆原因', '供电检修');
    await boss.taps('闭馆并顺延');
    await boss.sees('正在顺延');

    await library.cloud.timer('jobs');
    await library.cloud.timer('jobs');
    for (const barcode of barcodes) expect((await dueOn(barcode)) ?? '').not.toBe(day);
    const told = () =>
      library.cloud.db.find('notices', { readerId, topic: 'closure' }) as unknown as Promise<
        { body: string }[]
      >;
    expect(await told()).toHaveLength(1);
    expect((await told())[0]?.body).toContain('供电检修');

    const later = await library.enter('librarian', { page: CALENDAR });
    await later.sees('已顺延');
    await later.tapsNamed(/^撤销 /);
    await later.sees('撤销这次闭馆？');
    await later.taps(/^撤销闭馆$/);
    await later.sees('正在恢复');
    await library.cloud.timer('jobs');
    await library.cloud.timer('jobs');
    for (const barcode of barcodes) expect(await dueOn(barcode)).toBe(day);
    expect(await told()).toHaveLength(2);
    await boss.leaves();
    await later.leaves();
  });

  it('shows closed days by a word besides the colour, and gives a day hours of its own and back', async () => {
    const boss = await library.enter('librarian', { page: CALENDAR });
    await boss.taps('少年儿童馆');
    await boss.tapsNamed(/11月23日 周一，闭馆，每周闭馆/);
    await boss.taps('另定这天的开放时间');
    await boss.types('事由', '亲子读书会');
    await boss.taps('这天按此开放');
    await boss.tapsNamed(/11月23日 周一，开放 10:00–16:00，亲子读书会/);
    await boss.taps('恢复平日时间');
    await boss.tapsNamed(/11月23日 周一，闭馆/);
    await boss.leaves();
  });

  it('asks for a reason, and refuses days that are closed already', async () => {
    const boss = await library.enter('librarian', { page: CALENDAR });
    await boss.taps('临河社区分馆');
    await boss.taps('登记闭馆');
    await boss.taps('闭馆并顺延');
    await boss.sees('请写明闭馆原因');
    await boss.types('闭馆原因', '粉刷');
    await boss.taps('闭馆并顺延');
    await boss.sees('正在顺延');
    await boss.seesNoMore('登记后一两分钟内顺延完毕');
    await boss.taps(/^登记闭馆$/);
    await boss.sees('这几天不能登记');
    await boss.leaves();
  });

  it('keeps the hours of the week', async () => {
    const boss = await library.enter('librarian', {
      page: 'features/rules/pages/hours/index?branchId=children',
    });
    await boss.tapsNamed('周一闭馆');
    await boss.taps(/^保存$/);
    await boss.sees('已保存');
    await boss.leaves();
    const [branch] = (await library.cloud.db.find('branches', { _id: 'children' })) as unknown as {
      weeklyHours: unknown[];
    }[];
    expect(branch?.weeklyHours[1]).toEqual({ from: '09:00', to: '17:00' });
  });

  it('is looked at and not changed without the role', async () => {
    const librarian = await library.enter('librarian-linhe', { page: CALENDAR });
    await librarian.sees('2026 年 11 月');
    expect(await librarian.screen()).not.toContain('登记闭馆');
    await librarian.tapsNamed(/11月25日 /);
    await librarian.sees('只有主管和馆长可以改动');
    await librarian.leaves();
  });
});
