import { describeInBrowser } from './browser';
import { openLibrary, type OpenLibrary } from './open-library';

jest.setTimeout(300_000);

const DESK = 'features/desk/pages/today/index';
const INTERESTS = 'features/insight/pages/interests/index';
const SURVEY = 'features/insight/pages/survey/index';
const FIGURES = 'features/figures/pages/page/index';
const OPINIONS = 'features/insight/pages/opinions/index';

describeInBrowser('recommendations, opinions and figures', () => {
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library?.close());

  it('a reader sees what to read next with why, says no, and switches all of it off', async () => {
    const reader = await library.enter('reader');
    await reader.sees('为您推荐');
    await reader.sees(/借过《|与《|与您选的/);
    await reader.tapsNamed(/^不感兴趣：/);
    await reader.taps('不想看这本');
    await reader.sees('以后不再推荐');
    await reader.leaves();
    const settings = await library.enter('reader', { page: INTERESTS });
    await settings.sees('您说过不感兴趣的有 1 本书');
    await settings.tapsNamed('显示推荐');
    await settings.sees('已关闭，哪里都不再推荐');
  });

  it('a visitor chooses words that stay on the phone', async () => {
    const visitor = await library.enter('visitor', { page: INTERESTS });
    await visitor.tapsNamed('科幻');
    await visitor.sees('已选 1 个');
  });

  it('an opinion is answered by a manager, and asked about', async () => {
    const reader = await library.enter('student-2', { page: OPINIONS });
    await reader.taps('提意见');
    await reader.types('您的意见', '自习室插座不够');
    await reader.taps('提交意见');
    await reader.sees('等待回复');
    const manager = await library.enter('librarian', { page: DESK });
    await manager.taps('读者意见');
    await manager.sees('自习室插座不够');
    await manager.leaves();
  });

  it('a reader answers the questionnaire of the year, once, and is thanked', async () => {
    const reader = await library.enter('reader', { page: SURVEY });
    await reader.sees('第 1 题，共 9 题');
    for (let question = 1; question <= 9; question++) {
      for (const point of ['4', '8', '6']) await reader.tapsNamed(`${point} 分`);
      await reader.taps(question === 9 ? '交问卷' : '下一题');
    }
    await reader.sees('没有记下是谁答的什么');
    await reader.leaves();
    const again = await library.enter('reader', { page: SURVEY });
    await again.sees('您今年已经答过了');
    await again.leaves();
  });

  it('a manager reads how content readers are, and what came out of the questionnaire', async () => {
    const manager = await library.enter('librarian', { page: FIGURES });
    await manager.tapsNamed('满意度，分项');
    await manager.sees('各项服务');
    await manager.sees(/95% 区间/);
    await manager.sees('58.63%');
    await manager.leaves();
    const desk = await library.enter('librarian', { page: 'features/figures/pages/survey/index' });
    await desk.sees('58 人答了');
    await desk.taps('看 2025 年');
    await desk.sees(/最低 \d\.\d · 希望 \d\.\d · 感受 \d\.\d/);
    await desk.leaves();
  });

  it('a manager finds what to buy, the month as a picture and the yearly form as a workbook', async () => {
    const services = await library.enter('librarian', { page: FIGURES });
    await services.taps('馆藏与服务');
    await services.sees('馆藏周转率');
    await services.sees(/现有 \d+ 册/);
    await services.leaves();
    const month = await library.enter('librarian', { page: 'features/figures/pages/month/index' });
    await month.sees('借得最多的类');
    await month.taps('做成长图，发到工作群');
    await month.leaves();
    const form = await library.enter('librarian', { page: 'features/figures/pages/form/index' });
    await form.sees('书刊文献外借册次');
    await form.taps('书刊文献外借册次');
    await form.sees(/1 月 \d+/);
    await form.taps('导出 Excel');
    await form.sees(/本馆数字 20\d\d\.xlsx/);
    await form.leaves();
  });

  it('a reader who keeps their history has a report of it, named on the picture only when they wish', async () => {
    const reader = await library.enter('reader', { page: 'features/loans/pages/history/index' });
    await reader.taps('阅读报告');
    await reader.sees('册读完归还');
    await reader.sees('图上只有册数和类别');
    await reader.leaves();
  });

  it('a manager reads the figures', async () => {
    const manager = await library.enter('librarian', { page: DESK });
    await manager.taps('本馆数字');
    await manager.sees('每天借出');
    await manager.sees(/95% 区间/);
    await manager.taps('看数字');
    await manager.sees(/去年同期 \d+/);
  });
});
