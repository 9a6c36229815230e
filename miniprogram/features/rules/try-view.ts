import type { Explained, LocalDate, PolicyRow, RulesApi } from '../../../typings/contract';
import { addDays, clock, longDate, shortDate } from '../../lib/dates';
import { yuan } from '../../lib/money';
import { cellName } from './matrix-view';
import { ruleGroups, sayRule } from './rule-words';
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
  facts: { name: string; text: string }[];
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
  return {
    tone: refused ? 'urgent' : 'good',
    word: refused ? '不能借' : '可以借',
    facts: [
      { name: '借到', text: due },
      {
        name: '续借一次到',
        text: renewals === 0 ? '不能续借' : longDate(tried.renewedDueOn, today),
      },
      ...(renewals > 0
        ? [
            {
              name: '最早可续',
              text: tried.renewableFrom ? longDate(tried.renewableFrom, today) : '借出后随时',
            },
          ]
        : []),
      { name: '预约架留到', text: longDate(tried.shelfUntil, today) },
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
