import type { DeskToday } from '../../../typings/contract';
import { longDate } from '../../lib/dates';
import { may } from './override-view';

/** A work list, with its number; the tag says what cannot wait. */
export interface WorkRow {
  to: string;
  icon: string;
  name: string;
  count: number;
  urgent: boolean;
}

export interface ToolRow {
  to: string;
  icon: string;
  name: string;
}

export interface TodayView {
  line: string;
  /** Lends and takes back; others of the staff have their own tools alone. */
  lends: boolean;
  work: WorkRow[];
  tools: ToolRow[];
  figures: { name: string; count: number }[];
}

/** Today at this branch: what comes over the desk first, figures last. */
export function todayView({ today, hours, staffName, counts, roles }: DeskToday): TodayView {
  const row = (to: string, icon: string, name: string, count: number, urgent = false): WorkRow => ({
    to,
    icon,
    name,
    count,
    urgent: urgent && count > 0,
  });
  const lends = may(roles, 'circulation');
  const circulation = (): WorkRow[] => [
    row('holdShelf', 'bookmark', '预约架', counts.onHoldShelf),
    row('expiredShelf', 'clock', '预约过期', counts.expiredOnShelf, true),
    row('toFetch', 'shelf', '待取书', counts.toFetch),
    row('transit', 'transit', '在途', counts.inTransit),
    row('overdue', 'phone', '逾期未还', counts.overdue),
    row('owing', 'ticket', '欠费读者', counts.owing),
    row('applications', 'card', '待审新证', counts.applications),
    row('conflicts', 'alert', '离线冲突', counts.conflicts, true),
  ];
  return {
    lends,
    line: [longDate(today), hours ? `今天 ${hours}` : '今天闭馆', staffName].join(' · '),
    work: [
      ...(lends ? circulation() : []),
      ...(counts.reviews > 0 ? [row('reviews', 'star', '待审书评', counts.reviews)] : []),
    ],
    tools: [
      ...(lends
        ? [
            { to: 'find', icon: 'people', name: '查读者' },
            { to: 'copy', icon: 'book', name: '查复本' },
            { to: 'newCard', icon: 'plus', name: '办新证' },
            { to: 'stocktake', icon: 'shelf', name: '盘点' },
          ]
        : []),
      ...(may(roles, 'cataloguer') ? [{ to: 'cataloguing', icon: 'classes', name: '编目' }] : []),
      ...(may(roles, 'cataloguer') ? [{ to: 'imports', icon: 'database', name: '导入书目' }] : []),
      ...(may(roles, 'content')
        ? [
            { to: 'lists', icon: 'bookmark', name: '书单' },
            { to: 'resources', icon: 'database', name: '数字资源' },
            { to: 'reviews', icon: 'star', name: '读者书评' },
          ]
        : []),
      ...(lends ? [{ to: 'log', icon: 'clock', name: '操作记录' }] : []),
      ...(may(roles, 'manager')
        ? [
            { to: 'rules', icon: 'settings', name: '流通规则' },
            { to: 'calendar', icon: 'calendar', name: '开馆日历' },
            { to: 'staff', icon: 'shield', name: '馆员名单' },
          ]
        : []),
      { to: 'help', icon: 'info', name: '使用说明' },
    ],
    figures: lends
      ? [
          { name: '今日借出', count: counts.checkedOut },
          { name: '今日还回', count: counts.checkedIn },
        ]
      : [],
  };
}
