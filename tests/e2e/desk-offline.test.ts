import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

jest.setTimeout(240_000);

interface Switches {
  __preview: { network(mode: 'fast' | 'offline' | 'slow'): void };
}

describeInBrowser('the desk without a network', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const network = (person: Person, mode: 'fast' | 'offline' | 'slow') =>
    person.phone.page.evaluate(
      (to) => (globalThis as unknown as Switches).__preview.network(to),
      mode as 'fast' | 'offline' | 'slow',
    );
  const checkIns = async (barcodes: string[]) =>
    ((await library.cloud.db.find('operations', {})) as unknown as Record<string, unknown>[])
      .filter(({ action, barcode }) => action === 'desk.replay' && barcodes.includes(String(barcode)))
      .sort((a, b) => String(a.at).localeCompare(String(b.at)));

  it('keeps scans, survives a restart, replays them in order once, and lists what the present contradicts', async () => {
    const [own, taken, third] = ['YX03320127', 'YX00350109', 'YX00320100'];
    const desk = await library.enter('librarian', { page: 'features/desk/pages/check-in/index' });
    await desk.sees('请扫要还的书');
    await network(desk, 'offline');
    await desk.sees('没有网络，可以继续扫码');
    for (const [n, barcode] of [own, taken, third].entries()) {
      await desk.types('扫图书条码', barcode, 'confirm');
      await desk.sees(`本机记下 ${n + 1} 条`);
    }
    await desk.sees('已记下');
    await desk.sees(/没有核对借阅上限/);
    expect(await checkIns([own, taken, third])).toHaveLength(0);

    // Meanwhile the second copy is returned at another desk.
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    const other = await library.enter('librarian-linhe', { page: 'features/desk/pages/check-in/index' });
    await other.types('扫图书条码', taken, 'confirm');
    await other.sees(/送往|上架|放预约架/);
    await other.leaves();

    // The mini program is closed and opened again, still on the same phone.
    const { context } = desk.phone;
    desk.phone.forgive(/request:fail|ERR_INTERNET/);
    const again = await library.enter('librarian', { page: 'features/desk/pages/check-in/index', context });
    await again.seesNoMore(/条离线记录/);
    const sent = await checkIns([own, taken, third]);
    expect(sent.map(({ barcode }) => barcode)).toEqual([own, taken, third]);

    const list = await library.enter('librarian', { page: 'features/desk/pages/conflicts/index', context });
    await list.sees('离线还书');
    await list.sees(taken);
    await list.taps('写明处理结果');
    await list.types('处理结果', '书在临河，已核对');
    await list.taps('写入记录，移出清单');
    await list.sees('没有冲突');
    expect(await checkIns([own, taken, third])).toHaveLength(3);
  });

  it('lends by the card alone, and the line says what became of it when the network is back', async () => {
    const desk = await library.enter('librarian', { page: 'features/desk/pages/check-out/index' });
    await desk.sees('扫读者出示的二维码，或输入证号');
    await network(desk, 'offline');
    await desk.sees('没有网络，可以继续扫码');
    await desk.types('扫读者证', '331000000012', 'confirm');
    await desk.sees('只记下证号');
    await desk.types('扫图书条码', 'YX00050116', 'confirm');
    await desk.sees('已记下');
    await network(desk, 'fast');
    await desk.sees('已补办');
    await desk.sees(/到期/);
    const [item] = await library.cloud.db.get('items', ['YX00050116']);
    expect(item?.status).toBe('on_loan');
    await desk.leaves();
  });

  it('loses no scan when the mini program ends in the middle of the work', async () => {
    const free = await library.cloud.db.find('items', { branchId: 'linhe', status: 'available' }, 6);
    const codes = free.map(({ _id }) => String(_id));
    const desk = await library.enter('librarian', { page: 'features/desk/pages/check-in/index' });
    await desk.sees('请扫要还的书');
    await network(desk, 'slow');
    for (const code of codes) await desk.types('扫图书条码', code, 'confirm');
    const { context } = desk.phone;
    await desk.phone.page.close();
    const again = await library.enter('librarian', { page: 'features/desk/pages/check-in/index', context });
    await again.sees('请扫要还的书');
    await again.seesNoMore(/条离线记录/);
    const done = ((await library.cloud.db.find('operations', {})) as unknown as Record<string, unknown>[])
      .filter(({ action }) => action === 'desk.checkIn' || action === 'desk.replay')
      .map(({ barcode }) => String(barcode))
      .filter((barcode) => codes.includes(barcode));
    // Each of them once: a call that was cut off is repeated under its own id.
    expect(done.sort()).toEqual([...codes].sort());
    await again.leaves();
  });

  it('a kept scan can be taken back before it is sent', async () => {
    const desk = await library.enter('librarian', { page: 'features/desk/pages/check-in/index' });
    await desk.sees('请扫要还的书');
    await network(desk, 'offline');
    await desk.types('扫图书条码', 'YX00010104', 'confirm');
    await desk.sees('本机记下 1 条');
    await desk.tapsNamed(/撤销/);
    await desk.sees('已撤销');
    await network(desk, 'fast');
    await desk.seesNoMore('没有网络，可以继续扫码');
    const [item] = await library.cloud.db.get('items', ['YX00010104']);
    expect(item?.status).toBe('on_loan');
    await desk.leaves();
  });
});
