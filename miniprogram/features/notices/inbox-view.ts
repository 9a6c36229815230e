import type { LocalDate, Notice, NoticeGroup, NoticeTopic } from '../../../typings/contract';
import { datesInWords, moment } from '../../lib/dates';

const ICONS: Record<NoticeTopic, string> = {
  due_soon: 'clock',
  overdue: 'alert',
  hold_ready: 'shelf',
  hold_expired: 'bookmark',
  event: 'calendar',
  recap: 'lecture',
  recall: 'return',
  reference: 'chat',
  closure: 'calendar',
  account: 'card',
  news: 'bell',
  article: 'book',
};

const TONES: Partial<Record<NoticeTopic, string>> = {
  due_soon: 'soon',
  overdue: 'urgent',
  hold_ready: 'good',
};

/** What the inbox can be narrowed to. */
export const GROUPS: readonly { about: '' | NoticeGroup; name: string }[] = [
  { about: '', name: '全部' },
  { about: 'loans', name: '借阅' },
  { about: 'holds', name: '预约' },
  { about: 'events', name: '活动讲座' },
  { about: 'library', name: '本馆' },
  { about: 'answers', name: '咨询' },
  { about: 'account', name: '读者证' },
];

interface NoticeRow {
  noticeId: string;
  icon: string;
  tone: string;
  title: string;
  body: string;
  at: string;
  read: boolean;
  link: string;
}

export function noticeRow(notice: Notice, today: LocalDate): NoticeRow {
  return {
    noticeId: notice.noticeId,
    icon: ICONS[notice.topic] ?? 'bell',
    tone: TONES[notice.topic] ?? 'quiet',
    title: notice.title,
    body: datesInWords(notice.body, today),
    at: moment(notice.at, today),
    read: notice.read,
    link: linkOf(notice.link),
  };
}

/** An address within the mini program always begins at its root. */
export function linkOf(link: string): string {
  return link === '' || link.startsWith('/') ? link : `/${link}`;
}
