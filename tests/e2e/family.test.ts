import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(300_000);

describeInBrowser('a family and its cards', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('a guardian sees the child’s loans and shows the child’s card', async () => {
    const guardian = await library.enter('guardian', { page: 'features/account/pages/family/index' });
    await guardian.sees('陈一诺');
    await guardian.tapsNamed(/^陈一诺 ·/);
    await guardian.taps('借阅与续借');
    await guardian.sees(/在借 \d+/);
    await guardian.tapsNamed('陈一诺的借阅');
    await guardian.sees('今天到期');
    await guardian.goesBack();
    await guardian.tapsNamed(/^陈一诺 ·/);
    await guardian.taps('出示读者证');
    await guardian.tapsNamed('我的读者证');
    await guardian.sees('陈立');
    await guardian.tapsNamed('陈一诺的读者证');
    await guardian.sees('少儿');
    await guardian.leaves();
  });

  it('links another card, switches to it and takes it out again', async () => {
    const reader = await library.enter('student-2', { page: 'features/account/pages/family/index' });
    await reader.taps('绑定另一张读者证');
    await reader.types('印在读者证上', '331000000013');
    await reader.types('6 位数字', '000000');
    await reader.taps(/^绑定$/);
    await reader.sees(/还可以再试 4 次/);
    await reader.types('6 位数字', '135790');
    await reader.taps(/^绑定$/);
    await reader.tapsNamed(/^苏婉 ·/);
    await reader.taps('切换到这张证');
    await reader.sees('已切换');
    await reader.seesNoMore('已切换');
    await reader.tapsNamed(/^苏婉 ·/);
    await reader.taps('从这个微信解绑');
    await reader.taps(/^解绑$/);
    await reader.seesNoMore('苏婉');
    await reader.leaves();
  });

  it('a guardian gets a card for a child in one form', async () => {
    const guardian = await library.enter('ready', { page: 'features/account/pages/family/index' });
    await guardian.taps('给孩子办证');
    await guardian.types('与证件一致', '周小禾');
    await guardian.types('11 位手机号', '13800000011');
    await guardian.taps('请选择');
    await guardian.taps('确定');
    await guardian.sees('2019-01-01');
    await guardian.taps(/^办理读者证$/);
    await guardian.sees('请监护人先阅读并同意《儿童个人信息保护说明》');
    await guardian.tapsNamed('已阅读并同意《隐私说明》');
    await guardian.taps(/^《儿童个人信息保护说明》$/);
    await guardian.sees('只收办证需要的');
    await guardian.taps('知道了');
    await guardian.tapsNamed(/^我是孩子的监护人/);
    await guardian.taps(/^办理读者证$/);
    await guardian.sees('周小禾，读者证办好了');
    await guardian.taps('看看家人');
    await guardian.sees('周小禾');
    await guardian.leaves();
  });

  it('a child who named a guardian waits for a yes in the guardian’s own WeChat, and the guardian can let go', async () => {
    const child = await library.enter('visitor', { page: 'features/account/pages/apply/index?for=child' });
    await child.types('与证件一致', '周小苗');
    await child.types('11 位手机号', '13800000012');
    await child.types('爸爸妈妈的证号', '331000000002');
    await child.taps('请选择');
    await child.taps('确定');
    await child.tapsNamed('已阅读并同意《隐私说明》');
    await child.tapsNamed(/^我是孩子的监护人/);
    await child.taps(/^办理读者证$/);
    await child.sees(/核对证号尾号 \d{4} 后点“同意”/);
    await child.taps('看看家人');
    await child.sees('等待监护人确认');
    await child.leaves();

    const guardian = await library.enter('guardian', { page: 'features/account/pages/family/index' });
    await guardian.sees(/^尾号 \d{4} 小读者$/);
    await guardian.seesNoMore('周小苗');
    await guardian.taps(/^《儿童个人信息保护说明》$/);
    await guardian.sees('只收办证需要的');
    await guardian.sees('姓名、出生日期、手机号、读者证号和绑定的微信');
    await guardian.goesBack();
    await guardian.taps(/^同意$/);
    await guardian.taps('同意做监护人');
    await guardian.tapsNamed(/^周小苗 ·/);
    await guardian.taps('解除监护关系');
    await guardian.taps(/^解除$/);
    await guardian.seesNoMore('周小苗');
    await guardian.leaves();
  });
});
