import { answerWith, asking, commentField, notAsking } from '../../../../lib/asking';
import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { loadMore, type More } from '../../../../lib/more';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { headView, titleRow, type HeadView, type TitleRow } from '../../list-view';
import { backToDesk } from '../../routes';

/** Staff look at a list that a reader offers, and allow it or say why not; later they can take it down. */
Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    listId: '',
    head: null as HeadView | null,
    list: [] as TitleRow[],
    next: '',
    more: 'idle' as More,
    ask: notAsking,
    busy: false,
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
  openTitle(event: WechatMiniprogram.CustomEvent<{ titleId: string }>) {
    open(routes.title(event.detail.titleId));
  },
  async allow() {
    const { listId, head, busy } = this.data;
    if (!head || busy) return;
    this.setData({ busy: true });
    const outcome = await act('listDesk.decide', { listId, changedAt: head.changedAt, allow: true, why: '' });
    this.setData({ busy: false });
    if (tell(outcome, '已公开')) backToDesk();
  },
  askRefuse() {
    const isPublic = this.data.head?.isPublic ?? false;
    const ask = asking('refuse', {
      heading: isPublic ? '取消公开' : '不予公开',
      note: '理由会告诉这位读者；书单仍为读者保留，修改后可以再次申请。',
      fields: [commentField('理由', '如 推荐语里有广告')],
      confirm: isPublic ? '取消公开' : '不予公开',
    });
    this.setData({ ask });
  },
  stop() {
    this.setData({ 'ask.visible': false });
  },
  async refuse(event: WechatMiniprogram.CustomEvent<{ answers: Record<string, string> }>) {
    const { listId, head } = this.data;
    if (!head) return;
    const why = (event.detail.answers.comment ?? '').trim();
    const decided = await answerWith(this, () =>
      act('listDesk.decide', { listId, changedAt: head.changedAt, allow: false, why }),
    );
    if (decided) backToDesk();
  },
});
