import type { Explained, LocalDate, PolicyRow, RuleName, RulesApi } from '../../../typings/contract';
import { addDays, clock, longDate, shortDate } from '../../lib/dates';
import { yuan } from '../../lib/money';
import { cellName } from './matrix-view';
import { fromTo, loanPicture } from './loan-picture';
import { allRules, ruleGroups, sayRule } from './rule-words';
import type { Names } from './rule-inputs';

type Tried = ReturnType<RulesApi['rules.try']>;

interface TriedLine {
  rule: string;
  name: string;
  text: string;
  from: string;
  note: string;
  /** What less specific rows would have said. */
  instead: string;
}

export interface TriedView {
  /** "good" when nothing stands in the way. */
  tone: 'good' | 'urgent';
  word: string;
  /** Each with the rules that make it, the rows they are from, and from when to when it goes. */
  facts: { name: string; text: string; why: string }[];
  /** The loan as weeks of a calendar. */
  weeks: ReturnType<typeof loanPicture>;
  /** So many days late, on that day: an amnesty is seen by its date. */
  fines: { name: string; day: string; text: string }[];
  groups: { id: string; name: string; lines: TriedLine[] }[];
}

/** What came of a trial, the answer first and its reasons below. */
export function triedView(tried: Tried, rows: PolicyRow[], names: Names, today: LocalDate): TriedView {
  const refused = tried.refusals.length > 0;
  const value = (rule: string) => tried.explained.find((each) => each.rule === rule)?.value;
  const renewals = Number(value('renewalLimit') ?? 0);
  const due = tried.dueAt
    ? `${longDate(tried.dueOn, today)} ${clock(tried.dueAt)}`
    : longDate(tried.dueOn, today);
  const said = saidBy(tried, rows, names);
  const lentOn = tried.days[0]?.date ?? today;
  return {
    tone: refused ? 'urgent' : 'good',
    word: refused ? '不能借' : '可以借',
    weeks: loanPicture(tried.days, tried.dueOn, today),
    facts: [
      {
        name: '借到',
        text: due,
        why: joined(fromTo(lentOn, tried.dueOn, today), said('loanPeriod', 'dueDateMode', 'fixedEnd')),
      },
      ...(tried.bookedFrom
        ? [{ name: '约定要用', text: `${longDate(tried.bookedFrom, today)} 起`, why: said('bookedAhead') }]
        : []),
      {
        name: '续借一次到',
        text: renewals === 0 ? '不能续借' : longDate(tried.renewedDueOn, today),
        why: said('renewalLimit', 'onlineRenewalLimit', 'renewalPeriod', 'renewalBase', 'longestLoanDays'),
      },
      ...(renewals > 0
        ? [
            {
              name: '最早可续',
              text: tried.renewableFrom ? longDate(tried.renewableFrom, today) : '借出后随时',
              why: said('renewalWindowDays', 'renewalClosesDays', 'autoRenewDays'),
            },
          ]
        : []),
      {
        name: '预约架留到',
        text: longDate(tried.shelfUntil, today),
        why: joined(fromTo(lentOn, tried.shelfUntil, today), said('holdShelfDays', 'holdShelfCounts')),
      },
    ],
    fines:
      value('fine') === null
        ? []
        : tried.fines.map(({ daysLate, amount }) => ({
            name: `晚 ${daysLate} 天`,
            day: `${shortDate(addDays(tried.dueOn, daysLate), today)}还`,
            text: yuan(amount),
          })),
    groups: ruleGroups.map(({ id, name, rules }) => ({
      id,
      name,
      lines: rules.flatMap(({ rule, name: ruleName }) => {
        const found = tried.explained.find((each) => each.rule === rule);
        return found ? [lineOf(found, ruleName, rows, names)] : [];
      }),
    })),
  };
}

const joined = (...texts: string[]): string => texts.filter(Boolean).join('。');

/** "借期 30 天（成人）" of the rules that a row gives; what stands as it always does is not said. */
function saidBy(tried: Tried, rows: PolicyRow[], names: Names) {
  return (...wanted: RuleName[]): string =>
    wanted
      .flatMap((rule) => {
        const found = tried.explained.find((each) => each.rule === rule);
        const name = allRules.find((each) => each.rule === rule)?.name;
        return found?.from && name ? [lineOf(found, name, rows, names)] : [];
      })
      .map(({ name, text, from }) => `${name} ${text}（${from}）`)
      .join('；');
}

function lineOf(found: Explained, name: string, rows: PolicyRow[], names: Names): TriedLine {
  const nameOfRow = (policyId: string | null): string => {
    const row = rows.find((each) => each.policyId === policyId);
    return row ? cellName(row, names) : (policyId ?? '系统默认');
  };
  return {
    rule: found.rule,
    name,
    text: sayRule(found.rule, found.value, names),
    from: found.from === null ? '系统默认' : nameOfRow(found.from),
    note: found.note,
    instead: found.overridden
      .map(({ policyId, value }) => `${nameOfRow(policyId)}本来是 ${sayRule(found.rule, value, names)}`)
      .join('；'),
  };
}
