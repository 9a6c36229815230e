import type { NoticeSettings, NoticeTopic } from '../../../typings/contract';
import { topicNames } from '../../lib/words';

export interface TopicRow {
  topic: NoticeTopic;
  name: string;
  about: string;
  on: boolean;
  /** What being off means, where that may cost something; '' while it is on. */
  off: string;
  /** "还能提醒您 2 次"; '' where WeChat has no message for it. */
  left: string;
  /** WeChat is asked once more. */
  askable: boolean;
}

/** What a reader who says no has to know: the day goes on counting. */
const MEANS: Partial<Record<NoticeTopic, string>> = {
  due_soon: '微信不再提醒到期。到期日不变，逾期照常按规则处理，请自己留意“我的借阅”。',
  overdue: '微信不再提醒逾期。逾期照常按规则处理，请自己留意“我的借阅”。',
  hold_ready: '到书后微信不再通知。书照常只保留几天，过期就让给下一位，请自己留意“我的预约”。',
  recall: '有读者急需时微信不再通知。归还日期照常提前，请自己留意“我的借阅”。',
};

export const meansOf = (topic: NoticeTopic): string | undefined => MEANS[topic];

const WAITING: readonly NoticeTopic[] = ['recap', 'article', 'news', 'reference'];

const leftWords = (balance: number): string =>
  balance > 0 ? `微信还能提醒您 ${balance} 次` : '微信提醒已用完，允许一次，提醒一次';

const rowOf = ({ topic, on, balance }: NoticeSettings['topics'][number]): TopicRow => ({
  topic,
  ...topicNames[topic],
  on,
  off: on ? '' : (MEANS[topic] ?? '微信不再提醒，消息里照常能看到。'),
  left: on && balance !== null ? leftWords(balance) : '',
  askable: on && balance !== null,
});

export interface TopicGroup {
  heading: string;
  note: string;
  rows: TopicRow[];
}

interface SettingsView {
  groups: TopicGroup[];
  quiet: boolean;
  from: string;
  to: string;
  digest: boolean;
  digestAt: string;
}

export function settingsView({ topics, quiet, digestAt, usual }: NoticeSettings): SettingsView {
  const rows = topics.map(rowOf);
  const times = quiet ?? usual.quiet ?? { from: '22:00', to: '08:00' };
  return {
    groups: [
      { heading: '到时就提醒', note: '', rows: rows.filter(({ topic }) => !WAITING.includes(topic)) },
      {
        heading: '可以等一等',
        note: digestAt ? '每天合成一条' : '',
        rows: rows.filter(({ topic }) => WAITING.includes(topic)),
      },
    ],
    quiet: quiet !== null,
    ...times,
    digest: digestAt !== null,
    digestAt: digestAt ?? usual.digestAt ?? '18:30',
  };
}
