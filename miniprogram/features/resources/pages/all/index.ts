import type { ResourceCard } from '../../../../../typings/contract';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { open, routes } from '../../../../lib/routes';
import { deskWidth } from '../../../../lib/width';
import { groupsOf, subjectsOf, type ResourceGroup } from '../../resource-view';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    groups: [] as ResourceGroup[],
    subjects: [] as string[],
    subject: '',
    words: '',
    total: 0,
  },
  /** All of them: what is on the screen is found among these. */
  list: [] as ResourceCard[],
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
  onShareAppMessage() {
    return { title: '图书馆的数据库与特色馆藏', path: routes.resources };
  },
  async load() {
    await load(this, {
      action: 'resources.list',
      input: {},
      keepAs: 'resources.list',
      show: ({ list }) => {
        this.list = list;
        const { words, subject } = this.data;
        return {
          total: list.length,
          subjects: subjectsOf(list),
          groups: groupsOf(list, words, subject),
        };
      },
    });
  },
  type(event: WechatMiniprogram.Input) {
    this.find(event.detail.value, this.data.subject);
  },
  clear() {
    this.find('', '');
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    const subject = String(event.currentTarget.dataset.subject);
    this.find(this.data.words, subject === this.data.subject ? '' : subject);
  },
  find(words: string, subject: string) {
    this.setData({ words, subject, groups: groupsOf(this.list, words, subject) });
  },
  openOne(event: WechatMiniprogram.TouchEvent) {
    open(routes.resource(String(event.currentTarget.dataset.id)));
  },
});
