import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

jest.setTimeout(240_000);

describeInBrowser('readers, copies and queues at the desk', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  /** The one button at the foot of a sheet. */
  const agree = (person: Person): Promise<void> =>
    person.phone.page.locator('.sheet__foot .t-button').locator('visible=true').last().click();
  const readerWith = async (cardNumber: string) => {
    const [reader] = await library.cloud.db.find('readers', { cardNumber });
    return (reader ?? {}) as unknown as Record<string, unknown>;
  };

  it('makes a card at the desk, and finds its reader by name', async () => {
    const desk = await library.enter('librarian', { page: 'features/desk/pages/new-card/index' });
    await desk.taps(/^办证$/);
    await desk.sees('请填写姓名');
    await desk.types('姓名', '温书仪');
    await desk.types('手机号', '13900001234');
    await desk.taps('成人');
    await desk.tapsNamed('出生日期');
    await desk.taps('确定');
    await desk.taps(/^办证$/);
    await desk.sees('温书仪，读者证办好了');
    await desk.leaves();
    const finder = await library.enter('librarian', { page: 'features/desk/pages/find/index' });
    await finder.types('姓名、证号或手机号', '温书', 'confirm');
    await finder.sees('温书仪');
    await finder.sees('没有在借的书');
    await finder.leaves();
  });

  it('stops a reader with a reason and lets them go again', async () => {
    const card = '331000000012';
    const desk = await library.enter('librarian', { page: `features/desk/pages/reader/index?card=${card}` });
    await desk.sees('唐可');
    await desk.taps('停借');
    await desk.types('原因', '遗失图书未处理');
    await desk.types('备注', '已电话联系');
    await agree(desk);
    await desk.sees('现在不能借书');
    await desk.sees(/遗失图书未处理/);
    await desk.taps('解除停借');
    await desk.types('理由', '书已找到');
    await agree(desk);
    await desk.seesNoMore('现在不能借书');
    expect((await readerWith(card)).block).toBeNull();
    await desk.leaves();
  });

  it('gives a new number for a lost card, and the old one opens nothing', async () => {
    const card = '331000000014';
    const desk = await library.enter('librarian', { page: `features/desk/pages/reader/index?card=${card}` });
    await desk.taps('补证');
    await agree(desk);
    await desk.sees(/新证号/);
    await desk.leaves();
    const old = await library.enter('librarian', { page: 'features/desk/pages/check-out/index' });
    await old.types('扫读者证', card, 'confirm');
    await old.sees(/已挂失/);
    await old.leaves();
  });

  it('holds a title for a reader and puts the queue in another order', async () => {
    const desk = await library.enter('librarian', {
      page: 'features/desk/pages/reader/index?card=331000000016',
    });
    await desk.taps('代预约');
    await desk.types('要预约的书', '三体', 'confirm');
    await desk.tapsNamed(/^预约 三体$/);
    await desk.sees('已预约');
    await desk.leaves();
    const queue = await library.enter('librarian', { page: 'features/desk/pages/queue/index?titleId=t0035' });
    await queue.sees('第 3 位');
    await queue.tapsNamed(/高远 0016 排到最前/);
    await queue.tapsNamed(/高远 0016 下移一位/);
    // Until that has gone through, another tap does nothing.
    await queue.phone.page.getByLabel('高远 0016 上移一位').locator('visible=true').first().waitFor();
    await queue.tapsNamed(/取消 高远 0016 的预约/);
    await queue.types('理由', '读者来电取消');
    await agree(queue);
    await queue.seesNoMore('第 3 位');
    await queue.leaves();
  });

  it('passes an application and declines another with a reason', async () => {
    const [kind] = await library.cloud.db.get('readers', ['r-tang']);
    const pending = (id: string, name: string) => ({
      ...kind,
      _id: id,
      name,
      cardNumber: `9${id}`,
      standing: 'pending',
      openid: null,
      openLoans: [],
      openHolds: [],
    });
    await library.cloud.db.upsert('readers', [pending('r-p1', '邹一帆'), pending('r-p2', '骆青')] as never);
    const desk = await library.enter('librarian', { page: 'features/desk/pages/applications/index' });
    await desk.tapsNamed(/^通过 邹一帆$/);
    await agree(desk);
    await desk.seesNoMore('邹一帆');
    await desk.tapsNamed(/^不通过 骆青$/);
    await agree(desk);
    await desk.sees('请填写理由');
    await desk.types('理由', '请带证件到服务台核对姓名');
    await agree(desk);
    await desk.sees('没有待审的新证');
    const [passed] = await library.cloud.db.get('readers', ['r-p1']);
    expect(passed?.standing).toBe('active');
    await desk.leaves();
  });

  it('notes a damage and sends the copy to repair, and puts it back', async () => {
    const desk = await library.enter('librarian', {
      page: 'features/desk/pages/item/index?barcode=YX00060119',
    });
    await desk.taps('登记破损');
    await desk.types('哪里坏了', '第 30 页撕破');
    await desk.taps('送去修补');
    await agree(desk);
    await desk.sees('修补中');
    await desk.sees('第 30 页撕破');
    await desk.taps('恢复上架');
    await agree(desk);
    await desk.sees('在架');
    await desk.leaves();
  });

  it('charges, waives a part with a reason, and gives a payment back', async () => {
    const desk = await library.enter('librarian', {
      page: 'features/fees/pages/account/index?readerId=r-tang',
    });
    await desk.taps('记费用');
    await desk.types('金额', '5');
    await desk.types('事由', '复印 10 页');
    await agree(desk);
    await desk.sees('欠费 ¥5.00');
    await desk.taps('减免');
    await desk.types('减免金额', '2');
    await desk.types('理由', '机器卡纸');
    await agree(desk);
    await desk.sees('还欠 ¥3.00');
    await desk.taps('收这一笔');
    await agree(desk);
    await desk.sees('复制收据文字');
    await desk.taps(/^完成$/);
    await desk.sees('没有欠费');
    await desk.tapsNamed(/^退款 今天/);
    await desk.types('理由', '收错金额');
    await agree(desk);
    await desk.sees('退款：复印 10 页');
    // What was paid for stays settled: giving the money back makes nothing owed anew.
    const [reader] = await library.cloud.db.get('readers', ['r-tang']);
    expect(reader?.owes).toBe(0);
    await desk.leaves();
  });

  it('lends for the reading room until closing time', async () => {
    const desk = await library.enter('librarian', { page: 'features/desk/pages/check-out/index' });
    await desk.taps('馆内阅览');
    await desk.types('扫读者证', '331000000001', 'confirm');
    await desk.sees('请扫第一册');
    await desk.types('扫图书条码', 'YX00070122', 'confirm');
    await desk.sees(/前还|到期/);
    const [item] = (await library.cloud.db.get('items', ['YX00070122'])) as unknown as {
      loan: { onSite: boolean };
    }[];
    expect(item?.loan.onSite).toBe(true);
    await desk.leaves();
  });
});
