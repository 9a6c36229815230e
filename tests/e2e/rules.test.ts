import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(240_000);

const page = (name: string) => `features/rules/pages/${name}/index`;

describeInBrowser('the rules of the library', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const row = async (policyId: string) =>
    (await library.cloud.db.find('policies', { _id: policyId }))[0] as
      { rules: Record<string, unknown>; note: string } | undefined;

  it('open from the desk of a manager and show what each row gives', async () => {
    const boss = await library.enter('librarian', { page: 'features/desk/pages/today/index' });
    await boss.taps('流通规则');
    await boss.sees('全馆通用');
    await boss.sees('遇闭馆顺延到下一开馆日');
    await boss.sees('图书、少儿图书最多 10 册；期刊、音像最多 4 册');
    await boss.leaves();
  });

  it('are changed field by field: a row gives a rule, shows it as its own, and leaves it again', async () => {
    const boss = await library.enter('librarian', { page: `${page('row')}?policyId=student_all_all` });
    await boss.sees('学生');
    await boss.tapsNamed(/^同时最多借：20 册，来自全馆通用/);
    await boss.types('同时最多借', '25');
    await boss.sees('25 册');
    await boss.taps(/^确定$/);
    await boss.sees('有改动还没有保存');
    await boss.taps(/^保存$/);
    await boss.seesNoMore('有改动还没有保存');
    await boss.tapsNamed(/^同时最多借：25 册，这一行规定/);
    expect((await row('student_all_all'))?.rules.loanLimit).toBe(25);
    await boss.taps('这一行不规定，用上一级的');
    await boss.taps(/^保存$/);
    await boss.seesNoMore('有改动还没有保存');
    await boss.tapsNamed(/^同时最多借：20 册，来自全馆通用/);
    await boss.leaves();
    expect((await row('student_all_all'))?.rules).not.toHaveProperty('loanLimit');
  });

  it('gain a row for a new cell with fines of their own, which is tried before it is saved', async () => {
    const boss = await library.enter('librarian', { page: page('row') });
    await boss.taps('全部类型');
    await boss.taps('少儿图书');
    await boss.taps(/^确定$/);
    await boss.taps('逾期与欠费');
    // The bar at the foot covers what stands just above the edge of the window.
    await boss.phone.page.mouse.move(190, 500);
    await boss.phone.page.mouse.wheel(0, 500);
    await boss.tapsNamed(/^滞纳金：/);
    await boss.types('每次加收', '0.3');
    await boss.types('每册最多', '6');
    await boss.sees(/每天 0.3 元，每册最多 6 元/);
    await boss.taps(/^确定$/);
    await boss.taps('试一试');
    await boss.sees(/正按还没有保存的“少儿图书”试算/);
    await boss.sees('¥2.10');
    expect(await row('all_children_all')).toBeUndefined();
    await boss.goesBack();
    await boss.taps(/^保存$/);
    await boss.sees('删除这一行');
    expect((await row('all_children_all'))?.rules.fine).toMatchObject({ amount: 30, cap: 600 });

    await boss.taps('删除这一行');
    await boss.taps(/^删除$/);
    await boss.sees('流通规则');
    await boss.leaves();
    expect(await row('all_children_all')).toBeUndefined();
  });

  it('begin like those of another library, as a draft that changes nothing until it is saved', async () => {
    const boss = await library.enter('librarian', { page: page('matrix') });
    await boss.taps('像这样开始：各馆公布的规则');
    await boss.sees(/出处：lib.tsinghua.edu.cn/);
    await boss.tapsNamed(/^西安交通大学图书馆/);
    await boss.sees(/没有写进来的：逾期的处理/);
    await boss.phone.page.getByRole('button', { name: '照这一行起草，西安交通大学图书馆' }).nth(2).click();
    await boss.sees('有改动还没有保存');
    await boss.tapsNamed(/^同时最多借：20 册，这一行规定/);
    await boss.leaves();
    expect((await row('student_all_all'))?.note).not.toMatch(/西安交通大学/);
  });

  it('name a wrong value at its field and keep what was typed', async () => {
    const boss = await library.enter('librarian', { page: `${page('row')}?policyId=senior_all_all` });
    await boss.tapsNamed(/^同时最多借：/);
    await boss.types('同时最多借', '2.5');
    await boss.taps(/^确定$/);
    await boss.taps(/^保存$/);
    await boss.sees(/应为 0 到 10000 的整数/);
    await boss.sees('2.5 册');
    await boss.leaves();
    expect((await row('senior_all_all'))?.rules).toEqual({ fine: null });
  });

  it('tell for a reader and a copy every refusal and which row decided what', async () => {
    const boss = await library.enter('librarian', { page: page('try') });
    await boss.sees('可以借');
    await boss.types('读者证号', '331000000010', 'confirm');
    await boss.types('图书条码', 'YX03320127', 'confirm');
    await boss.sees('不能借');
    await boss.sees(/有 2 册图书逾期/);
    await boss.taps('逾期与欠费');
    await boss.sees(/《云溪市图书馆借阅规则》第三章/);
    await boss.leaves();
  });

  it('are read by a librarian without the role, and not by a reader', async () => {
    const librarian = await library.enter('librarian-linhe', { page: page('matrix') });
    await librarian.sees('全馆通用');
    expect(await librarian.screen()).not.toContain('新增一行');
    await librarian.taps('全馆通用');
    await librarian.sees('最后的依据');
    expect(await librarian.screen()).not.toContain('保存');
    await librarian.leaves();
    const reader = await library.enter('reader', { page: page('matrix') });
    await reader.sees(/没有登记为馆员/);
    await reader.leaves();
  });

  it('say so without network, and come back with it', async () => {
    const boss = await library.enter('librarian', { page: page('jobs'), network: 'offline' });
    await boss.sees(/网络|重试/);
    await boss.phone.page.evaluate("window.__preview.network('fast')");
    await boss.taps('重试');
    await boss.sees('还没有运行过');
    await boss.phone.close();
  });

  it('let the director alone see the staff, give roles, and never lose the last director', async () => {
    const librarian = await library.enter('librarian-linhe', { page: page('staff') });
    await librarian.sees(/馆长/);
    expect(await librarian.screen()).not.toContain('方晓棠');
    await librarian.leaves();

    const boss = await library.enter('librarian', { page: page('staff') });
    await boss.taps('韩松');
    await boss.tapsNamed(/^活动/);
    await boss.taps(/^保存$/);
    await boss.sees('流通、活动');
    await boss.taps('许清');
    await boss.tapsNamed(/^馆长/);
    await boss.taps(/^保存$/);
    await boss.sees('至少要保留一位馆长');
    await boss.leaves();
    const [known] = await library.cloud.db.find('staff', { _id: 'o-staff-main' });
    expect(known?.roles).toContain('director');
  });
});
