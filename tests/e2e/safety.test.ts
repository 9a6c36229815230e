import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(240_000);

const DESK = 'features/desk/pages/today/index';
const STAFF = 'features/rules/pages/staff/index';
const SAFETY = 'features/safety/pages/library/index';
const MINE = 'features/safety/pages/mine/index';
const PIN = '246813';

describeInBrowser('the safety of the staff', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const staff = async (id: string) =>
    (await library.cloud.db.find('staff', { _id: id }))[0] as { active: boolean };
  /** A warm function follows the library's settings within a minute. */
  const aMinute = () => library.cloud.clock.move({ advance: { minutes: 2 } });

  it('is switched on by the director; from then on the first sensitive act asks for a PIN', async () => {
    const boss = await library.enter('librarian', { page: DESK });
    await boss.taps('安全设置');
    await boss.sees('有证号就可以');
    await boss.tapsNamed('输入办公密码');
    await boss.sees('确认后多久不再问');
    await aMinute();
    await boss.goesBack();
    await boss.taps('馆员名单');
    await boss.tapsNamed(/^方晓棠/);
    await boss.tapsNamed('在任');
    await boss.taps(/^保存$/);
    await boss.sees('先设一个办公密码');
    expect((await staff('o-staff-children')).active).toBe(true);
    await boss.types('办公密码', PIN);
    await boss.types('再输一次', '111111');
    await boss.taps('设置并继续');
    await boss.sees('两次输入的密码不一样');
    await boss.types('再输一次', PIN);
    await boss.taps('设置并继续');
    await boss.sees('已保存');
    expect((await staff('o-staff-children')).active).toBe(false);
    await boss.leaves();
    const colleague = await library.enter('librarian-children', { page: DESK });
    await colleague.sees(/没有登记为馆员/);
    await colleague.leaves();
  });

  it('does not ask again for some minutes, and then asks: a wrong PIN does nothing, the right one does it', async () => {
    const boss = await library.enter('librarian', { page: STAFF });
    const flip = async () => {
      await boss.tapsNamed(/^方晓棠/);
      await boss.tapsNamed('在任');
      await boss.taps(/^保存$/);
    };
    await flip();
    await boss.seesNoMore('先设一个办公密码');
    await boss.sees('馆员与岗位');
    await library.cloud.clock.move({ advance: { minutes: 10 } });
    await flip();
    await boss.sees('请确认是您本人');
    await boss.types('办公密码', '000000');
    await boss.taps('确认并继续');
    await boss.sees(/办公密码不对，还可以再试 4 次/);
    await boss.types('办公密码', PIN);
    await boss.taps('确认并继续');
    await boss.seesNoMore('请确认是您本人');
    expect((await staff('o-staff-children')).active).toBe(false);
    await boss.leaves();
  });

  it('replaces the keys at once, and the reader’s card goes on', async () => {
    const boss = await library.enter('librarian', { page: SAFETY });
    await boss.taps('立即更换密钥');
    await boss.taps(/^更换$/);
    await boss.sees('即将启用');
    await aMinute();
    await aMinute();
    await boss.leaves();
    const reader = await library.enter('reader', { page: 'features/account/pages/card/index' });
    await reader.sees('3310 0000 0001');
    await reader.leaves();
  });

  it('lets a colleague report a lost phone with the PIN of who lost it', async () => {
    const linhe = await library.enter('librarian-linhe', { page: MINE });
    await linhe.tapsNamed(/^办公密码/);
    await linhe.types('新密码', '135792');
    await linhe.types('再输一次', '135792');
    await linhe.taps(/^设置$/);
    await linhe.sees(/ 设置$/);
    await linhe.leaves();
    const boss = await library.enter('librarian', { page: MINE });
    await boss.taps('停用同事的微信');
    await boss.taps(/^韩松 · /);
    await boss.types('这位同事的办公密码', '135792');
    await boss.taps('立即停用');
    await boss.sees(/已停用 韩松/);
    expect((await staff('o-staff-linhe')).active).toBe(false);
    await boss.leaves();
  });

  it('asks at the desk for the day of birth where a number alone does not do', async () => {
    await library.cloud.clock.move({ advance: { minutes: 10 } });
    const boss = await library.enter('librarian', { page: SAFETY });
    await boss.taps('二维码，或证号加生日');
    await boss.types('办公密码', PIN);
    await boss.taps('确认并继续');
    await boss.seesNoMore('请确认是您本人');
    await aMinute();
    await boss.leaves();
    const [reader] = (await library.cloud.db.find('readers', { cardNumber: '331000000001' })) as {
      birthDate: string;
      name: string;
    }[];
    const desk = await library.enter('librarian', { page: 'features/desk/pages/check-out/index' });
    await desk.types('扫读者证', '331000000001', 'confirm');
    await desk.sees('请问读者生日是几月几日');
    await desk.types('读者的生日', '0230');
    await desk.taps(/^核对$/);
    await desk.sees('读者说的生日与登记的不一致');
    await desk.types('读者的生日', reader!.birthDate.slice(5).replace('-', ''));
    await desk.taps(/^核对$/);
    await desk.sees(reader!.name);
    await desk.types('扫图书条码', 'YX00010205', 'confirm');
    await desk.sees('已借出');
    await desk.leaves();
  });
});
