import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

/** A researcher and a librarian, each with their phone: a document from elsewhere, a subject watched. */

jest.setTimeout(180_000);

describeInBrowser('documents and subjects', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('a reader asks for an article, the librarian hands it over, the reader opens it', async () => {
    const reader = await library.enter('researcher', { page: 'features/talks/pages/mine/index' });
    await reader.taps('文献传递');
    await reader.taps('申请文献');
    await reader.taps('提交申请');
    await reader.sees('请填写题名');
    await reader.sees('请先看过并同意著作权声明');
    await reader.types('题名', '织机图谱考');
    await reader.types('刊名', '工艺史');
    await reader.taps('我已看过，并且同意');
    await reader.taps('提交申请');
    await reader.sees('待受理');

    const librarian = await library.enter('librarian', { page: 'features/deliveries/pages/desk/index' });
    await librarian.taps('织机图谱考');
    await librarian.taps(/^受理$/);
    await librarian.taps('记下来源');
    await librarian.types('向谁索取', '省图书馆');
    await librarian.taps(/^记下$/);
    await librarian.sees('已询问');
    const file = join(mkdtempSync(join(tmpdir(), 'document-')), '织机图谱考.pdf');
    writeFileSync(file, '%PDF-1.7 an article');
    const [chooser] = await Promise.all([
      librarian.phone.page.waitForEvent('filechooser'),
      librarian.taps('选文件送达'),
    ]);
    await chooser.setFiles(file);
    await librarian.sees('还能打开 5 次');

    const [notice] = await library.cloud.db.find('notices', { readerId: 'r-shen', title: '文献已送达' });
    expect(notice).toMatchObject({ topic: 'reference' });
    await reader.goesBack();
    await reader.taps('织机图谱考');
    await reader.taps('打开文献');
    await reader.taps('确定');
    await reader.sees('还能打开 4 次');
    await reader.taps('已收到，办结');
    await reader.taps(/^已收好$/);
    await reader.sees('这项申请已经办结');
    await librarian.leaves();
    await reader.leaves();
  });

  it('a cost is agreed to before the library goes on', async () => {
    const reader = await library.enter('researcher', {
      page: 'features/deliveries/pages/one/index?deliveryId=delivery-silk',
    });
    await reader.taps('同意 ¥6.00，继续办理');
    await reader.taps(/^同意$/);
    await reader.sees('办理中');
    await reader.leaves();
  });

  it('what was searched for becomes a subject, and a librarian adds a paper to it', async () => {
    const reader = await library.enter('researcher', {
      page: 'features/profiles/pages/edit/index?words=%E7%BB%87%E6%9C%BA',
    });
    await reader.taps(/^保存$/);
    await reader.sees('还没有新到');
    const librarian = await library.enter('librarian', { page: 'features/profiles/pages/desk/index' });
    await librarian.taps('织机');
    await librarian.types('题名', '织机的复原');
    await librarian.types('给读者的话', '图很好');
    await librarian.taps('加入并通知');
    await librarian.sees('已通知读者');
    await librarian.leaves();
    await reader.leaves();
    const [find] = await library.cloud.db.find('profileFinds', { title: '织机的复原' });
    expect(find).toMatchObject({ note: '图很好', readerId: 'r-shen' });
  });
});
