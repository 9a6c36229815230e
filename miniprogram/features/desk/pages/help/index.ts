import { fromQuery, open } from '../../../../lib/routes';
import { maybe } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import type { Query } from '../../../../lib/screen/part';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { topicOf, topics, type Topic } from '../../help-text';
import { deskRoutes } from '../../routes';

Page(
  screen([wide], {
    data: {
      topic: maybe<Topic>(),
      topics: topics.map(({ id, name, icon }) => ({ id, name, icon })),
    },
    onLoad(query: Query) {
      const topic = topicOf(fromQuery(query, 'topic')) ?? null;
      this.setData({ topic });
      if (topic) wx.setNavigationBarTitle({ title: topic.name });
    },
    openTopic(event: WechatMiniprogram.TouchEvent) {
      open(deskRoutes.helpOn(dataOf(event).id ?? ''));
    },
  }),
);
