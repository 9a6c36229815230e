import { answerWith, notAsking } from '../../../../lib/asking';
import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { open } from '../../../../lib/routes';
import { tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { ownCardView, type CardView } from '../../list-view';
import { listRoutes } from '../../routes';
import { wordsFields, wordsIn } from '../../words-ask';
import { asking } from '../../../../lib/asking';

type Part = 'library' | 'waiting' | 'public';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    part: 'library' as Part,
    waiting: 0,
    readersOpen: false,
    staffName: '',
    list: [] as CardView[],
    next: '',
    more: 'idle' as More,
    ask: notAsking,
    busy: '',
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
  async load() {
    const { part } = this.data;
    if (part === 'library') {
      await load(this, {
        action: 'listDesk.list',
        input: {},
        show: ({ list, next = '', waiting, readersOpen, staffName }) => ({
          list: list.map(ownCardView),
          next,
          more: 'idle',
          waiting,
          readersOpen,
          staffName,
        }),
      });
      return;
    }
    await load(this, {
      action: 'listDesk.offered',
      input: { shown: part },
      show: ({ list, next = '' }) => ({
        list: list.map(ownCardView),
        next,
        more: 'idle',
        ...(part === 'waiting' && !next && { waiting: list.length }),
      }),
    });
  },
  async loadMore() {
    const { part } = this.data;
    if (part === 'library') {
      await loadMore(this, { action: 'listDesk.list', input: {}, rows: ({ list }) => list.map(ownCardView) });
      return;
    }
    await loadMore(this, {
      action: 'listDesk.offered',
      input: { shown: part },
      rows: ({ list }) => list.map(ownCardView),
    });
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    const part = event.currentTarget.dataset.part as Part;
    if (part === this.data.part) return;
    this.setData({ part, list: [], next: '', state: { kind: 'loading' } });
    void this.load();
  },
  openList(event: WechatMiniprogram.CustomEvent<{ listId: string }>) {
    const { listId } = event.detail;
    open(this.data.part === 'library' ? listRoutes.edit(listId) : listRoutes.review(listId));
  },
  /** Two neighbours change places. */
  async move(event: WechatMiniprogram.TouchEvent) {
    const { index, by } = event.currentTarget.dataset as { index: number; by: number };
    const { list, busy } = this.data;
    const one = list[index];
    const other = list[index + by];
    if (!one || !other || busy) return;
    this.setData({ busy: one.listId });
    const outcome = await act('listDesk.exchange', { listId: one.listId, withListId: other.listId });
    this.setData({ busy: '' });
    if (tell(outcome)) this.setData({ [`list[${index}]`]: other, [`list[${index + by}]`]: one });
  },
  begin() {
    const author = {
      name: 'author',
      label: '署名',
      kind: 'text' as const,
      value: this.data.staffName,
      required: true,
      placeholder: '如 少儿馆 方晓棠',
    };
    const ask = asking('create', {
      heading: '新建馆员书单',
      note: '先存为草稿，加好书再发布。',
      fields: [...wordsFields({}), author],
      confirm: '新建',
    });
    this.setData({ ask });
  },
  stop() {
    this.setData({ 'ask.visible': false });
  },
  async create(event: WechatMiniprogram.CustomEvent<{ answers: Record<string, string> }>) {
    const { answers } = event.detail;
    const author = (answers.author ?? '').trim();
    const made = await answerWith(this, () =>
      act('listDesk.save', { listId: '', ...wordsIn(answers), author }),
    );
    if (made) open(listRoutes.edit(made.listId));
  },
  async flipOpen() {
    if (this.data.busy) return;
    this.setData({ busy: 'switch' });
    const outcome = await act('listDesk.openToReaders', { open: !this.data.readersOpen });
    this.setData({ busy: '' });
    if (tell(outcome, '已保存')) this.setData({ readersOpen: outcome.value.readersOpen });
  },
});
