import type { NoticeTopic } from '../../../typings/contract';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import { topicNames } from '../../lib/words';
import { meansOf } from './settings-view';

interface TopicFacts {
  topic: NoticeTopic;
  on: boolean;
}

const flip = ({ topic, on }: TopicFacts) => act('account.setTopic', { topic, on: !on });

/** What a reader does with a topic. What may cost a reader something is said before it is switched off. */
export const topicActs = actsOn<TopicFacts>()({
  flip: { words: '开关', run: flip },
  switchOff: {
    words: '关闭',
    sure: ({ topic }) => ({
      title: `不再提醒“${topicNames[topic].name}”？`,
      content: meansOf(topic) ?? '',
      yes: '关闭',
      no: '还是提醒',
    }),
    run: flip,
  },
});
