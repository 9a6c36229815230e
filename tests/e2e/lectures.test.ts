import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeInBrowser } from './browser';
import { until } from '../until';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

jest.setTimeout(240_000);

const CAPTIONS = 'WEBVTT\n\n00:02.000 --> 00:04.000\n楷书要一笔一笔写。\n';
const WRONG = 'WEBVTT\n\n00:09.000 --> 00:04.000\n倒着。\n';

describeInBrowser('recaps', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const folder = mkdtempSync(join(tmpdir(), 'captions-'));
  const brings = async (person: Person, words: string, text: string): Promise<void> => {
    const file = join(folder, `${words.length}-${text.length}.vtt`);
    writeFileSync(file, text);
    const [chooser] = await Promise.all([person.phone.page.waitForEvent('filechooser'), person.taps(words)]);
    await chooser.setFiles(file);
  };

  it('a reader finds what was said, goes there in the film, answers the quiz and takes a quote along', async () => {
    const page = 'features/lectures/pages/lecture/index?lectureId=lec-trees';
    const reader = await library.enter('reader', { page });
    await reader.taps('看文字稿');
    await reader.types('在文字稿里找', '树皮');
    await reader.sees('到了冬天没有叶子怎么办');
    await reader.seesNoMore('各位晚上好');
    await reader.taps('到了冬天没有叶子怎么办');
    const film = reader.phone.page.locator('video');
    const seconds = (): Promise<number> =>
      film.evaluate(({ currentTime }: { currentTime: number }) => currentTime);
    expect(await until(async () => (await seconds()) >= 16)).toBe(true);
    await reader.tapsNamed(/^播放速度/);
    const rate = () => film.evaluate(({ playbackRate }: { playbackRate: number }) => playbackRate);
    expect(await until(async () => (await rate()) === 1.25)).toBe(true);

    for (const choice of ['叶子怎么长', '树影', '二十六页']) await reader.taps(choice);
    await reader.taps('看看答对几题');
    await reader.sees('3 题答对 2 题');
    await reader.sees('纵裂、块裂、横纹各有主人');

    await reader.tapsNamed(/^做成图片/);
    await reader.taps('发给朋友或保存');
    await reader.phone.page.locator('.preview-picture').waitFor();
    await reader.leaves();
  });

  it('staff write the recap of an event on the phone; who came is told once it is published', async () => {
    const over = (
      await library.cloud.db.find('events', { state: 'closed', cancelled: false, lectureId: null }, 1)
    )[0];
    const eventId = String(over?._id);
    const staff = await library.enter('librarian', {
      page: `features/events/pages/run/index?eventId=${eventId}`,
    });
    await staff.taps('写回顾');
    await staff.taps('改标题和导语');
    await staff.types('导语', '两个小时，写好一个“永”字。');
    await staff.taps('保存');
    await staff.sees('写好一个“永”字');
    await staff.taps('加要点');
    await staff.types('内容', '起笔要慢。');
    await staff.types('时间', '1:75');
    await staff.taps('保存');
    await staff.sees('时间写成 1:02 这样');
    await staff.types('时间', '1:15');
    await staff.taps('保存');
    await staff.sees('起笔要慢。');
    await brings(staff, '选择文件', WRONG);
    await staff.sees(/第 3 行/);
    await brings(staff, '选择文件', CAPTIONS);
    await staff.sees('1 条');
    await staff.types('输入书名，或扫条码', '三体', 'confirm');
    await staff.tapsNamed(/^加入《三体》/);
    await staff.tapsNamed(/^移出《三体》/);
    await staff.seesNoMore('移出');
    await staff.taps('发布给读者');
    await staff.taps(/^发布$/);
    await staff.sees('读者可见');
    await staff.leaves();

    const [registration] = await library.cloud.db.find('registrations', { eventId, status: 'attended' }, 1);
    const told = await library.cloud.db.find('notices', { readerId: registration?.readerId, topic: 'recap' });
    expect(told.map(({ title }) => title)).toContain('讲座回顾上线了');
  });
});
