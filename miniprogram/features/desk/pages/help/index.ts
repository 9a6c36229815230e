import { keepLook, lookNow } from '../../../../lib/look';
import { fromQuery, open } from '../../../../lib/routes';
import { deskWidth } from '../../../../lib/width';
import { topicOf, topics, type Topic } from '../../help-text';
import { dataOf } from '../../list-screen';
import { deskRoutes } from '../../routes';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    topic: null as Topic | null,
    topics: topics.map(({ id, name, icon }) => ({ id, name, icon })),
  },
  onLoad(query: Record<string, string | undefined>) {
    const topic = topicOf(fromQuery(query, 'topic')) ?? null;
    this.setData({ topic });
    if (topic) wx.setNavigationBarTitle({ title: topic.name });
  },
  onShow() {
    keepLook(this);
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  openTopic(event: WechatMiniprogram.TouchEvent) {
    open(deskRoutes.helpOn(dataOf(event).id ?? ''));
  },
});
