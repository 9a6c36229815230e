import type { NoticeTopic, Reader } from '../../../typings/contract';
import { topicNames } from '../../lib/words';

export interface TopicRow {
  topic: NoticeTopic;
  name: string;
  about: string;
  on: boolean;
}

/** What a reader may be told of, and whether they want to be. */
export function topicRows({ topics }: Pick<Reader, 'topics'>): TopicRow[] {
  return Object.keys(topicNames)
    .filter(isTopic)
    .map((topic) => ({ topic, ...topicNames[topic], on: topics[topic] }));
}

function isTopic(text: string): text is NoticeTopic {
  return text in topicNames;
}
