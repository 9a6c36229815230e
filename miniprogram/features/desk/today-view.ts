import type { DeskToday, StaffRole } from '../../../typings/contract';
import { longDate } from '../../lib/dates';
import { may } from './override-view';
import type { Place } from './today-places';

/** A work list, with its number; the tag says what cannot wait. */
interface WorkRow {
  to: Place;
  icon: string;
  name: string;
  count: number;
  urgent: boolean;
}

interface ToolRow {
  to: Place;
  icon: string;
  name: string;
}

interface TodayView {
  line: string;
  /** Lends and takes back; others of the staff have their own tools alone. */
  lends: boolean;
  work: WorkRow[];
  tools: ToolRow[];
  figures: { name: string; count: number }[];
}

/** Today at this branch: what comes over the desk first, figures last. */
export function todayView({ today, hours, staffName, counts, roles }: DeskToday): TodayView {
  const row = (to: Place, icon: string, name: string, count: number, urgent = false): WorkRow => ({
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
  const reference = (): WorkRow[] => [
    row('talks', 'chat', '等着问的', counts.questions, true),
    row('talks', 'edit', '待回留言', counts.messages),
    row('deliveries', 'send', '待办文献', counts.deliveries),
  ];
  return {
    lends,
    line: [longDate(today), hours ? `今天 ${hours}` : '今天闭馆', staffName].join(' · '),
    work: [
      ...(lends ? circulation() : []),
      ...(may(roles, 'manager')
        ? [row('cases', 'chat', '读者意见', counts.cases.open, counts.cases.late > 0)]
        : []),
      ...(may(roles, 'reference') ? reference() : []),
      ...(counts.reviews > 0 ? [row('reviews', 'star', '待审书评', counts.reviews)] : []),
    ],
    tools: toolsOf(roles),
    figures: lends
      ? [
          { name: '今日借出', count: counts.checkedOut },
          { name: '今日还回', count: counts.checkedIn },
        ]
      : [],
  };
}

/** The tools in their order, with whose they are. */
const TOOLS: readonly [whose: StaffRole | 'all', to: Place, icon: string, name: string][] = [
  ['circulation', 'find', 'people', '查读者'],
  ['circulation', 'copy', 'book', '查复本'],
  ['circulation', 'newCard', 'plus', '办新证'],
  ['circulation', 'stocktake', 'shelf', '盘点'],
  ['cataloguer', 'cataloguing', 'classes', '编目'],
  ['cataloguer', 'wishes', 'wish', '荐购'],
  ['cataloguer', 'imports', 'database', '导入书目'],
  ['reference', 'talks', 'chat', '咨询台'],
  ['reference', 'deliveries', 'send', '文献传递'],
  ['reference', 'profiles', 'bookmark', '定题服务'],
  ['reference', 'answers', 'list', '常见问题'],
  ['events', 'events', 'calendar', '活动管理'],
  ['content', 'announcements', 'bell', '通知读者'],
  ['content', 'articles', 'edit', '栏目文章'],
  ['events', 'lectures', 'lecture', '讲座回顾'],
  ['content', 'lists', 'bookmark', '书单'],
  ['content', 'resources', 'database', '数字资源'],
  ['content', 'reviews', 'star', '读者书评'],
  ['content', 'words', 'star', '兴趣词'],
  ['circulation', 'log', 'clock', '操作记录'],
  ['manager', 'figures', 'list', '本馆数字'],
  ['manager', 'survey', 'edit', '读者问卷'],
  ['manager', 'health', 'alert', '服务运转'],
  ['manager', 'rules', 'settings', '流通规则'],
  ['manager', 'calendar', 'calendar', '开馆日历'],
  ['manager', 'staff', 'people', '馆员名单'],
  ['director', 'safety', 'settings', '安全设置'],
  ['all', 'mySafety', 'shield', '我的安全'],
  ['all', 'help', 'info', '使用说明'],
];

function toolsOf(roles: StaffRole[]): ToolRow[] {
  return TOOLS.filter(([whose]) => whose === 'all' || may(roles, whose)).map(([, to, icon, name]) => ({
    to,
    icon,
    name,
  }));
}
