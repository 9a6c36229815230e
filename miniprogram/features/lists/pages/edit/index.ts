import type { SearchHit } from '../../../../../typings/contract';
import { answerWith, asking } from '../../../../lib/asking';
import { act, ask } from '../../../../lib/call';
import { scanWithCamera } from '../../../../lib/camera';
import { signal, silence } from '../../../../lib/feedback';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import type { RefusalLine } from '../../../../lib/refusals';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { lines, tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { arranging, arrangingData } from '../../arranging';
import { isOneBook } from '../../finding';
import { backToDesk } from '../../routes';
import { headView, titleRow, type HeadView, type TitleRow } from '../../list-view';
import { wordsFields, wordsIn } from '../../words-ask';

Page({
  ...arranging('listDesk'),
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    listId: '',
    head: null as HeadView | null,
    list: [] as TitleRow[],
    next: '',
    more: 'idle' as More,
    ...arrangingData,
    /** What the scan or the words found, to choose from. */
    found: [] as SearchHit[],
    finding: false,
    /** What became of the last scan. */
    said: '',
    saidTone: 'good' as 'good' | 'urgent' | 'quiet',
    problem: [] as RefusalLine[],
    turn: 0,
    removing: false,
    busy: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ listId: fromQuery(query, 'listId') });
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  onUnload() {
    silence();
  },
  onReachBottom() {
    void this.loadMore();
  },
  async load() {
    await load(this, {
      action: 'listDesk.page',
      input: { listId: this.data.listId },
      show: (page) => {
        const today = libraryToday();
        const { list, next = '' } = page;
        return {
          head: headView(page, today),
          list: list.map((row) => titleRow(row, today)),
          next,
          more: 'idle',
        };
      },
    });
  },
  async loadMore() {
    await loadMore(this, {
      action: 'listDesk.page',
      input: { listId: this.data.listId },
      rows: ({ list }) => list.map((row) => titleRow(row, libraryToday())),
    });
  },
  changed(titles: number) {
    this.setData({ 'head.titles': titles });
  },

  async camera() {
    const code = await scanWithCamera();
    if (code) await this.find(code);
    this.setData({ turn: this.data.turn + 1 });
  },
  scan(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    void this.find(event.detail.code);
  },
  async find(query: string) {
    if (this.data.finding) return;
    this.setData({ finding: true, found: [], said: '', problem: [] });
    const outcome = await ask('search.find', { query });
    this.setData({ finding: false });
    if (outcome.kind !== 'value') {
      signal('refused');
      this.setData({ problem: lines(outcome) ?? [] });
      return;
    }
    const [first] = outcome.value.list;
    if (!first) {
      signal('refused');
      this.setData({ said: `没有找到“${query}”`, saidTone: 'urgent' });
      return;
    }
    // A code names one book: it goes on the list at once, hand on the scanner.
    if (isOneBook(query, outcome.value.list.length)) await this.add(first);
    else this.setData({ found: outcome.value.list });
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    const hit = this.data.found[Number(event.currentTarget.dataset.index)];
    if (hit) void this.add(hit);
  },
  closeFound() {
    this.setData({ found: [], turn: this.data.turn + 1 });
  },
  async add(hit: SearchHit) {
    const { listId, head, busy } = this.data;
    if (busy || !head) return;
    this.setData({ busy: hit.titleId });
    const outcome = await act('listDesk.add', { listId, titleId: hit.titleId });
    this.setData({ busy: '', turn: this.data.turn + 1 });
    if (outcome.kind !== 'value') {
      signal('refused');
      this.setData({ problem: lines(outcome) ?? [] });
      return;
    }
    const isNew = outcome.value.titles > head.titles;
    signal(isNew ? 'done' : 'look');
    this.setData({
      'head.titles': outcome.value.titles,
      said: isNew ? `已加入《${hit.title}》` : `《${hit.title}》已在书单里`,
      saidTone: isNew ? 'good' : 'quiet',
      ...(isNew && !this.data.next && { [`list[${this.data.list.length}]`]: rowOf(hit) }),
    });
  },
  openTitle(event: WechatMiniprogram.CustomEvent<{ titleId: string }>) {
    open(routes.title(event.detail.titleId));
  },

  askWords() {
    const { head } = this.data;
    if (!head) return;
    const author = {
      name: 'author',
      label: '署名',
      kind: 'text' as const,
      value: head.author,
      required: true,
      hint: '最多 20 个字',
    };
    const fields = [...wordsFields(head), author];
    this.setData({ ask: asking('words', { heading: '修改书单', fields, confirm: '保存' }) });
  },
  stop() {
    this.setData({ 'ask.visible': false, turn: this.data.turn + 1 });
  },
  async answer(event: WechatMiniprogram.CustomEvent<{ answers: Record<string, string> }>) {
    const { answers } = event.detail;
    if (this.data.ask.what === 'note') {
      await this.saveNote(answers);
      return;
    }
    const { listId } = this.data;
    const author = (answers.author ?? '').trim();
    const saved = await answerWith(this, () => act('listDesk.save', { listId, ...wordsIn(answers), author }));
    if (saved) await this.load();
  },
  async publish() {
    const { head, listId, busy } = this.data;
    if (!head || busy) return;
    this.setData({ busy: 'publish' });
    const shown = head.isPublic ? 'private' : 'public';
    const outcome = await act('listDesk.publish', { listId, shown });
    this.setData({ busy: '' });
    if (tell(outcome, shown === 'public' ? '已发布' : '已撤下')) await this.load();
  },
  askRemove() {
    this.setData({ removing: true });
  },
  keepIt() {
    this.setData({ removing: false });
  },
  async remove() {
    if (this.data.busy) return;
    this.setData({ removing: false, busy: 'remove' });
    const outcome = await act('listDesk.remove', { listId: this.data.listId });
    this.setData({ busy: '' });
    if (tell(outcome, '已删除')) backToDesk();
  },
});

/** A title that was just found, as the row that it will be. */
function rowOf({ titleId, title, authors, publisher, year, clc, availability }: SearchHit): TitleRow {
  const facts = { titleId, title, authors, publisher, year, clc };
  const listed = { title: facts, listedAs: titleId, note: '', availability, gone: false };
  return titleRow(listed, libraryToday());
}
