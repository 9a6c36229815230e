import { join, resolve } from 'node:path';
import { aPdf } from '../builders/files';
import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';
import type { Person } from './person';

/** Pictures, voices and files between a reader and a librarian, each with their own phone, at once. */

jest.setTimeout(240_000);

const PICTURE = join(resolve(__dirname, '..', '..'), 'miniprogram/assets/tab/home.png');

interface Switches {
  __preview: { network(mode: 'fast' | 'offline'): void };
}

describeInBrowser('what is sent in a talk', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  const chooses = async (
    person: Person,
    thing: string,
    file: string | { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void> => {
    await person.tapsNamed('发图片、文件等');
    const [chooser] = await Promise.all([
      person.phone.page.waitForEvent('filechooser'),
      person.taps(new RegExp(`^${thing}$`)),
    ]);
    await chooser.setFiles(file);
  };
  const speaks = async (person: Person): Promise<void> => {
    await person.tapsNamed(/^录音，最长/);
    await person.sees('正在录音');
    // A word takes a while to be said.
    await person.sees('2″ / 60″');
    await person.tapsNamed('说完了，发送录音');
  };

  it('a reader’s picture and voice are seen and heard, and answered with a file', async () => {
    const reader = await library.enter('reader', { page: 'features/talks/pages/ask/index' });
    await reader.types('您的问题', '这一页出自哪本书？');
    await reader.taps('发给馆员');
    await reader.sees('写给馆员');
    await chooses(reader, '图片', PICTURE);
    await speaks(reader);
    await reader.seesNoMore('正在发送');

    const librarian = await library.enter('librarian', { page: 'features/talks/pages/desk/index' });
    await librarian.taps('这一页出自哪本书？');
    await librarian.taps(/^接待$/);
    await librarian.sees('您在接待');
    await librarian.tapsNamed(/^图片，点开看大图$/);
    await librarian.sees('1 / 1');
    await librarian.phone.page.locator('.preview-picture').click();
    await librarian.tapsNamed(/^录音，\d+ 秒，播放$/);
    await chooses(librarian, 'PDF 文件', {
      ...{ name: '出处.pdf', mimeType: 'application/pdf', buffer: aPdf('一页') },
    });
    await reader.sees('出处.pdf');
    await reader.tapsNamed(/^文件，出处\.pdf/);
    await reader.sees('WeChat 在这里打开文档');
    await reader.leaves();
    await librarian.leaves();
  });

  it('a picture chosen without a network waits, behind what was written before it', async () => {
    const reader = await library.enter('student-2', { page: 'features/talks/pages/ask/index' });
    await reader.types('您的问题', '馆里有这个吗？');
    await reader.taps('发给馆员');
    await reader.sees('写给馆员');
    const network = (mode: 'fast' | 'offline') =>
      reader.phone.page.evaluate(
        (to) => (globalThis as unknown as Switches).__preview.network(to),
        mode as 'fast' | 'offline',
      );
    await network('offline');
    await reader.types('写给馆员', '请看图');
    await reader.tapsNamed('发送');
    await chooses(reader, '图片', PICTURE);
    await reader.sees('没有网络，写好的会等连上后发出');
    await network('fast');
    await reader.seesNoMore('没有网络，写好的会等连上后发出');
    await reader.seesNoMore('正在发送');
    const [talk] = await library.cloud.db.find('talks', { readerId: 'r-tang' });
    const lines = await library.cloud.db.find('talkLines', { talkId: String(talk?.['_id']) });
    expect(lines.map(({ text, card }) => [text, (card as { what?: string } | null)?.what ?? ''])).toEqual([
      ['馆里有这个吗？', ''],
      ['请看图', ''],
      ['', 'picture'],
    ]);
    reader.phone.forgive(/./);
    await reader.leaves();
  });
});
