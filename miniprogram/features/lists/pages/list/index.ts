import { answerWith, asking } from '../../../../lib/asking';
import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { arranging, arrangingData } from '../../arranging';
import { headView, titleRow, type HeadView, type TitleRow } from '../../list-view';
import { PAUSES, askWords, wordsIn } from '../../words-ask';

Page({
  ...arranging('lists'),
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
    /** The sheet with what can be done with the list. */
    acting: false,
    removing: false,
    busy: false,
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ listId: fromQuery(query, 'listId') });
    wx.hideShareMenu({});
  },
  onShow() {
    keepLook(this);
    void this.load();
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    void this.loadMore();
  },
  onShareAppMessage() {
    const { head, listId } = this.data;
    return head?.isPublic
      ? { title: `书单：${head.name}`, path: routes.list(listId) }
      : { title: '图书馆的书单', path: routes.lists };
  },
  async load() {
    const { listId } = this.data;
    const outcome = await load(this, {
      action: 'lists.page',
      input: { listId },
      keepAs: `lists.page ${listId}`,
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
    // A list that only its owner sees cannot be passed on: whoever got the link would be refused.
    if (outcome.kind === 'value' && outcome.value.head.shown === 'public') wx.showShareMenu({});
  },
  async loadMore() {
    await loadMore(this, {
      action: 'lists.page',
      input: { listId: this.data.listId },
      rows: ({ list }) => list.map((row) => titleRow(row, libraryToday())),
    });
  },
  /** After a change of the titles; new words take the list back to its owner. */
  changed(titles: number, words: boolean) {
    this.setData({ 'head.titles': titles });
    if (words || titles === 0) void this.load();
  },
  openTitle(event: WechatMiniprogram.CustomEvent<{ titleId: string }>) {
    open(routes.title(event.detail.titleId));
  },
  findBooks() {
    open(routes.search);
  },

  act() {
    this.setData({ acting: true });
  },
  stopActing() {
    this.setData({ acting: false });
  },
  askWords() {
    const { head } = this.data;
    if (!head) return;
    const ask = askWords('words', '修改书单', head, head.shown === 'private' ? '' : PAUSES);
    this.setData({ acting: false, ask });
  },
  askOffer() {
    const { head } = this.data;
    if (!head) return;
    const ask = asking('offer', {
      heading: '公开这份书单',
      note: '馆员看过后，其他读者就能看到书名、简介和推荐语，看不到您的姓名和证号。',
      fields: [
        {
          name: 'author',
          label: '署名',
          kind: 'text',
          value: head.author,
          required: true,
          placeholder: '如 爱看书的橘猫',
          hint: '最多 20 个字，请不要用真实姓名和电话',
        },
      ],
      confirm: '申请公开',
    });
    this.setData({ acting: false, ask });
  },
  stop() {
    this.setData({ 'ask.visible': false });
  },
  async answer(event: WechatMiniprogram.CustomEvent<{ answers: Record<string, string> }>) {
    const { answers } = event.detail;
    const { listId, ask } = this.data;
    if (ask.what === 'note') {
      await this.saveNote(answers);
      return;
    }
    const saved = await answerWith(this, () =>
      ask.what === 'offer'
        ? act('lists.offer', { listId, author: (answers.author ?? '').trim() })
        : act('lists.change', { listId, ...wordsIn(answers) }),
    );
    if (!saved) return;
    wx.showToast({ title: ask.what === 'offer' ? '已申请，等馆员审核' : '已保存', icon: 'none' });
    await this.load();
  },
  async withdraw() {
    if (this.data.busy) return;
    this.setData({ acting: false, busy: true });
    const outcome = await act('lists.withdraw', { listId: this.data.listId });
    this.setData({ busy: false });
    if (!tell(outcome, '只有您能看到了')) return;
    wx.hideShareMenu({});
    await this.load();
  },
  askRemove() {
    this.setData({ acting: false, removing: true });
  },
  keepIt() {
    this.setData({ removing: false });
  },
  async remove() {
    if (this.data.busy) return;
    this.setData({ removing: false, busy: true });
    const outcome = await act('lists.remove', { listId: this.data.listId });
    this.setData({ busy: false });
    if (!tell(outcome, '已删除')) return;
    wx.navigateBack({ fail: () => wx.redirectTo({ url: routes.myLists }) });
  },
});
