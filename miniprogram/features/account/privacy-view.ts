import type { AccountApi, ConsentSubject, LocalDate } from '../../../typings/contract';
import { localDateOf, longDate, moment } from '../../lib/dates';
import { PRIVACY_VERSION } from './texts';

type Consents = ReturnType<AccountApi['account.consents']>['list'];
type Looks = ReturnType<AccountApi['account.looks']>['list'];

const SUBJECTS: Record<ConsentSubject, string> = {
  privacy: '隐私说明',
  history: '保留借阅历史',
  guardian: '监护人同意',
  recommendations: '个性化推荐',
};

/** What staff opened a record for, in words; the library may know more ways than this version. */
const ACTIONS: Record<string, string> = {
  'desk.reader': '在服务台打开读者页',
  'desk.findReaders': '查找读者',
  'desk.log': '查看办理记录',
  'desk.applications': '审核办证申请',
  'desk.queue': '查看预约队列',
  'desk.overdue': '查看逾期名单',
  'desk.item': '查看在借的图书',
  'fees.receipt': '查看收据',
  'fees.account': '查看费用',
  'fees.owing': '查看欠费名单',
  'rules.try': '试算借阅规则',
};

export interface ConsentRow {
  key: string;
  text: string;
  given: boolean;
  at: string;
}

/** The log of consents, newest first as it came. */
export function consentRows(list: Consents, today: LocalDate): ConsentRow[] {
  return list.map(({ what, given, at, version }, i) => ({
    key: `${at} ${what} ${i}`,
    text: `${given ? '同意' : '撤回'}：${SUBJECTS[what]}`,
    given,
    at: `${longDate(localDateOf(at), today)}，${version} 版`,
  }));
}

/** What stands beside a text on privacy that this reader has not agreed to yet; "" once they have. */
export function unreadPrivacy(list: Consents, today: LocalDate): string {
  const agreed = list.find(({ what, given }) => what === 'privacy' && given);
  if (agreed?.version === PRIVACY_VERSION) return '';
  if (!agreed) return '您办证时还没有在这里确认过。';
  return `您上次同意的是 ${longDate(localDateOf(agreed.at), today)}看到的版本。`;
}

interface LookRow {
  key: string;
  who: string;
  what: string;
  when: string;
}

export function lookRows(list: Looks, today: LocalDate): LookRow[] {
  return list.map(({ day, at, staffName, action, times }) => ({
    key: `${day} ${staffName} ${action}`,
    who: staffName,
    what: ACTIONS[action] ?? '查看您的记录',
    when: times > 1 ? `${moment(at, today)}，当天共 ${times} 次` : moment(at, today),
  }));
}
