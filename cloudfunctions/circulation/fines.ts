import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { FineRule, OpenLoan } from '../documents';
import type { BranchCalendar } from './due-date';
import { closedMinutes, minutesLate, returnOn } from './lateness';
import { minutesOf } from './spans';

export interface FineFacts extends BranchCalendar {
  rule: FineRule | null;
  loan: Pick<OpenLoan, 'dueOn' | 'dueAt' | 'recall'>;
  /** Price of the copy in fen; 0 when unknown. */
  price: number;
  returnedOn: LocalDate;
  now: Instant;
}

/** What made a fine what it is, for the line in the account and for staff who are asked. */
type FineReason =
  | { why: 'recalled'; amount: number }
  | { why: 'closed_days'; minutes: number }
  | { why: 'grace'; minutes: number }
  | { why: 'amnesty'; name: string }
  | { why: 'cap'; cap: number }
  | { why: 'price'; price: number };

interface Fine {
  /** Fen. */
  amount: number;
  /** Spans that are charged. */
  units: number;
  why: FineReason[];
}

const NONE = { amount: 0, units: 0 };

/**
 * What a loan costs that is brought back, or renewed, on a day. Up to the grace nothing, past it the whole
 * lateness; nothing in an amnesty; never more than the cap, nor than the copy.
 */
export const fineFor = (facts: FineFacts): Fine => {
  const { rule, loan, returnedOn, now } = facts;
  const back = returnOn(returnedOn, now);
  const late = minutesLate(loan, back);
  if (!rule || late === 0) return { ...NONE, why: [] };

  const amnesty = rule.amnesties.find((span) => fallsIn(span, returnedOn));
  if (amnesty) return { ...NONE, why: [{ why: 'amnesty', name: amnesty.why }] };

  const why: FineReason[] = [];
  const closed = { days: rule.closedDaysFree, hours: rule.closedHoursFree ?? false };
  const free = closed.days || closed.hours ? closedMinutes(loan, back, facts, closed) : 0;
  if (free > 0) why.push({ why: 'closed_days', minutes: free });
  const recalled = loan.recall !== null;
  const grace = rule.grace && (!recalled || rule.graceWhenRecalled) ? minutesOf(rule.grace) : 0;
  if (late - free <= grace)
    return { ...NONE, why: grace > 0 ? [...why, { why: 'grace', minutes: grace }] : why };

  const amount = recalled ? (rule.amountWhenRecalled ?? rule.amount) : rule.amount;
  if (amount !== rule.amount) why.push({ why: 'recalled', amount });
  const spans = (late - free) / minutesOf(rule.per);
  const units = rule.fullSpansOnly ? Math.floor(spans) : Math.ceil(spans);
  const steps = amount === rule.amount ? (rule.steps ?? []) : [];
  const cap = recalled ? (rule.capWhenRecalled ?? rule.cap) : rule.cap;
  const price = facts.price > 0 ? facts.price : (rule.unknownPrice ?? 0);
  return capped({ amount: costOf(units, amount, steps), units, why }, { ...rule, cap }, price);
};

/** So many spans, those past a step at its own amount. */
const costOf = (units: number, amount: number, steps: NonNullable<FineRule['steps']>): number => {
  let cost = 0;
  let left = units;
  for (const step of [...steps].sort((a, b) => b.after - a.after)) {
    cost += Math.max(0, left - step.after) * step.amount;
    left = Math.min(left, step.after);
  }
  return cost + left * amount;
};

const capped = (fine: Fine, { cap, capAtPrice }: FineRule, price: number): Fine => {
  const caps: FineReason[] = [
    ...(cap !== null && fine.amount > cap ? [{ why: 'cap' as const, cap }] : []),
    ...(capAtPrice && price > 0 && fine.amount > price ? [{ why: 'price' as const, price }] : []),
  ];
  const most = Math.min(fine.amount, cap ?? Infinity, capAtPrice && price > 0 ? price : Infinity);
  return { ...fine, amount: most, why: [...fine.why, ...caps] };
};

/** "04-01" comes every year and may run over New Year, "2026-04-01" once. Both days belong to it. */
export const fallsIn = ({ from, to }: { from: string; to: string }, day: LocalDate): boolean => {
  if (from.length > '04-01'.length) return from <= day && day <= to;
  const date = day.slice('2026-'.length);
  return from <= to ? from <= date && date <= to : date >= from || date <= to;
};
