import type { DeskToday } from '../../../typings/contract';
import { longDate } from '../../lib/dates';

export interface TodayView {
  line: string;
  /** What waits to be done, each with its number; the tag says what cannot wait. */
  rows: {
    to: 'holdShelf' | 'toFetch' | 'log';
    icon: string;
    name: string;
    note: string;
    count: number;
    tag: string;
  }[];
  figures: { name: string; count: number; urgent: boolean }[];
}

/** Today at this branch: what comes over the desk first, figures last. */
export function todayView({ today, hours, staffName, counts }: DeskToday): TodayView {
  const expired = counts.expiredOnShelf;
  return {
    line: [longDate(today), hours ? `今天 ${hours}` : '今天闭馆', staffName].join(' · '),
    rows: [
      {
        to: 'holdShelf',
        icon: 'bookmark',
        name: '预约架',
        note: '等读者来取',
        count: counts.onHoldShelf,
        tag: expired > 0 ? `${expired} 册要撤下` : '',
      },
      {
        to: 'toFetch',
        icon: 'shelf',
        name: '待取书',
        note: '从书架取下，扫码还回',
        count: counts.toFetch,
        tag: '',
      },
      { to: 'log', icon: 'clock', name: '操作记录', note: '谁在什么时候办了什么', count: 0, tag: '' },
    ],
    figures: [
      { name: '今日借出', count: counts.checkedOut, urgent: false },
      { name: '今日还回', count: counts.checkedIn, urgent: false },
      { name: '逾期未还', count: counts.overdue, urgent: counts.overdue > 0 },
    ],
  };
}
