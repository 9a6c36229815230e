import type { Audience, DeskAnnouncement, LocalDate, ToldSoFar } from '../../../typings/contract';
import { moment } from '../../lib/dates';

export const NOBODY: Audience = {
  ...{ everybody: false, branchIds: [], minAge: null, maxAge: null, interests: [], categories: [] },
  eventId: '',
};

const STATES: Record<DeskAnnouncement['state'], { text: string; tone: string; icon: string }> = {
  draft: { text: '草稿', tone: 'quiet', icon: 'edit' },
  scheduled: { text: '等待发出', tone: 'soon', icon: 'clock' },
  sending: { text: '正在发出', tone: 'accent', icon: 'send' },
  sent: { text: '已发出', tone: 'good', icon: 'check' },
  withdrawn: { text: '已撤回', tone: 'quiet', icon: 'return' },
};

export interface AnnouncementRow {
  announcementId: string;
  title: string;
  text: string;
  state: { text: string; tone: string; icon: string };
  facts: string;
}

export function announcementRow(one: DeskAnnouncement, today: LocalDate): AnnouncementRow {
  const readers = one.readers > 0 ? `${one.readers} 位读者` : '';
  return {
    announcementId: one.announcementId,
    title: one.title,
    text: one.text,
    state: STATES[one.state],
    facts: [readers, one.by, moment(one.changedAt, today)].filter(Boolean).join(' · '),
  };
}

interface ReachRow {
  name: string;
  note: string;
  readers: number;
}

/**
 * What became of it, in the words of the desk: first where it is, then by which way a message went or why
 * not.
 */
export function reachRows(told: ToldSoFar): ReachRow[] {
  const row = (name: string, readers: number, note = ''): ReachRow => ({ name, note, readers });
  const rows = [
    row('微信提醒已发', told.sent),
    row('合在当天的一条里', told.inDigest),
    row('等着发', told.waiting, '到安静时段之后，或读者选的钟点'),
    row('读者没有允许', told.notSubscribed, '微信规定要先允许；消息里看得到'),
    row('读者关了这类提醒', told.switchedOff, '消息里看得到'),
    row('发之前已撤回', told.outdated),
    row(
      '未能发布',
      told.failed,
      told.why.map(({ error, readers }) => `${reason(error)}（${readers}）`).join('、'),
    ),
  ];
  return [row('在“消息”里收到', told.told), ...rows.filter(({ readers }) => readers > 0)];
}

/** What WeChat says, with what it means in front of it. */
function reason(error: string): string {
  const code = /^-?\d+/.exec(error)?.[0] ?? '';
  const known: Record<string, string> = {
    '40003': '读者的微信变了',
    '40037': '消息模板不对',
    '41030': '打开的页面不对',
    '43107': '本馆的消息能力被微信停用',
    '45168': '有微信不让发的词',
    '47003': '模板字段不对',
  };
  return known[code] ?? (error === 'cut off while sending' ? '发送时中断，不再重发' : error);
}
