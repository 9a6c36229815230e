import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

/** Readers and staff, each with their phone: a contest, a wandering book, a donation, a reading aloud. */

jest.setTimeout(300_000);

const work = (name: string, query = ''): string =>
  `features/works/pages/${name}/index${query && `?${query}`}`;

describeInBrowser('what readers take part in', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  // Before the contest's journey, which moves the day past the end of every call.
  it('a poem is recorded, heard before it is sent, let in, and heard by others', async () => {
    const reader = await library.enter('student', { page: work('call', 'callId=call-aloud') });
    await reader.taps('我要朗读');
    await reader.types('题目', '静夜思');
    await reader.tapsNamed('开始录音');
    await reader.sees('正在录音 2 秒');
    await reader.tapsNamed('停止录音');
    await reader.sees('录好了');
    await reader.sees('听一遍');
    await reader.taps('提交作品');
    await reader.sees('审看中');
    await reader.leaves();
    const organiser = await library.enter('librarian', { page: work('run', 'callId=call-aloud') });
    await organiser.taps('听录音 1');
    await organiser.tapsNamed('通过：静夜思');
    await organiser.sees('没有要审看的投稿');
    await organiser.leaves();
    const other = await library.enter('senior', { page: work('call', 'callId=call-aloud') });
    await other.taps('静夜思');
    await other.tapsNamed('播放');
    await other.leaves();
  });

  it('a contest, from its making to the published ranking of two judges', async () => {
    const organiser = await library.enter('librarian', { page: work('desk') });
    await organiser.taps(/^新征集$/);
    await organiser.types('名称', '冬天的故事');
    await organiser.taps(/^存为草稿$/);
    await organiser.sees('还没有评委');
    for (const judge of ['方晓棠', '韩松']) {
      // The sheet that goes away is called the same.
      await organiser.tapsNamed(/^指定评委$/);
      await organiser.taps(new RegExp(`^${judge}$`));
      await organiser.taps(/^指定$/);
      await organiser.seesNoMore('评委和家人不能投稿');
      await organiser.sees(new RegExp(`^${judge}$`));
    }
    await organiser.taps(/^发布$/);
    await organiser.sees('读者马上能看到');
    await organiser.taps(/^发布$/);
    await organiser.sees('即将开始');
    await organiser.leaves();
    await library.cloud.clock.move({ advance: { days: 2 } });

    const callId = (await library.cloud.db.find('calls', { title: '冬天的故事' }))[0]?._id ?? '';
    const reader = await library.enter('reader', { page: work('call', `callId=${callId}`) });
    await reader.taps('我要投稿');
    await reader.types('题目', '第一场雪');
    await reader.types('正文', '雪落在书包上。');
    await reader.sees('草稿已保存');
    await reader.taps('提交作品');
    await reader.sees('同意公开，署名“林＊＊”');

    await library.cloud.clock.move({ advance: { days: 31 } });
    for (const who of ['librarian-children', 'librarian-linhe']) {
      const judge = await library.enter(who, { page: work('judge', `callId=${callId}`) });
      await judge.taps('第一场雪');
      await judge.taps(/^打分$/);
      await judge.types('立意（满分 40）', '36');
      await judge.types('文笔（满分 30）', '25.5');
      await judge.types('真情（满分 30）', '28');
      await judge.taps(/^保存$/);
      await judge.sees('您打了 89.5 分');
      await judge.leaves();
    }
    const again = await library.enter('librarian', { page: work('run', `callId=${callId}`) });
    await again.sees('89.5');
    await again.taps('公布结果');
    await again.sees('结果已公布');
    await again.leaves();
    await reader.leaves();
    const other = await library.enter('student', { page: work('call', `callId=${callId}`) });
    await other.sees('评选结果');
    await other.taps('第一场雪');
    await other.sees('雪落在书包上。');
    await other.leaves();
  });

  it('a wandering book is taken, written into, and set free', async () => {
    const reader = await library.enter('student', { page: 'features/drifting/pages/books/index' });
    await reader.taps('输入漂流码');
    await reader.types('漂流码', 'chj7 m3qa');
    await reader.taps('看看这本书');
    await reader.taps('接过这本书');
    await reader.taps(/^接过来$/);
    await reader.sees('在您手里');
    await reader.taps('写一句留言');
    await reader.types('留言', '配的是龙井。');
    await reader.taps(/^保存$/);
    await reader.sees('配的是龙井。');
    await reader.taps('读完了，放它走');
    await reader.types('放在哪里', '临河社区分馆 漂流架');
    await reader.taps(/^放漂$/);
    await reader.sees('临河社区分馆 漂流架');
    await reader.leaves();
  });

  it('books are offered, answered, received and thanked for', async () => {
    const reader = await library.enter('student', { page: 'features/donations/pages/offer/index' });
    await reader.taps('手工填写');
    await reader.types('书名', '雪国列车');
    await reader.taps(/^加上$/);
    await reader.taps(/^提交$/);
    await reader.sees('等答复');
    const librarian = await library.enter('librarian', { page: 'features/donations/pages/desk/index' });
    await librarian.taps('雪国列车');
    await librarian.taps('答复读者');
    await librarian.types('给读者的话', '馆里没有，想要。');
    await librarian.taps(/^答复$/);
    await librarian.taps('书收到了');
    await librarian.types('感谢的话', '谢谢您的书。');
    await librarian.taps('登记收到');
    await librarian.sees('点一种书登记去向');
    await librarian.taps('雪国列车');
    await librarian.taps(/^入藏$/);
    await librarian.taps(/^登记$/);
    await librarian.sees('有了去处');
    await librarian.leaves();
    await reader.leaves();
    const [donation] = await library.cloud.db.find('donations', { state: 'settled', readerId: 'r-zhao' });
    const back = await library.enter('student', {
      page: `features/donations/pages/one/index?donationId=${donation?._id ?? ''}`,
    });
    await back.sees('谢谢您的书。');
    await back.sees('捐赠证书');
    await back.leaves();
  });
});
