import * as v from 'valibot';
import type { Refusal } from '../../../typings/contract/refusals';
import type { LocalDate } from '../../../typings/contract/shapes';
import { hoursOn } from '../../circulation/calendar';
import {
  bookedFromOf,
  checkOutEnd,
  refusalsToCheckOut,
  type CheckOutFacts,
} from '../../circulation/check-out';
import { loanEnd, type BranchCalendar, type LoanEnd } from '../../circulation/due-date';
import { fineBackOn, loanDays } from '../../circulation/loan-days';
import { explainPolicy, policyFor } from '../../circulation/policy';
import { renewalWindow, renewedEnd } from '../../circulation/renewal';
import { shelfUntil } from '../../circulation/shelf-days';
import type { ItemDocument, PolicyDocument, ReaderDocument, Rules } from '../../documents';
import { readCardScan } from '../../kernel/card-code';
import type { StaffContext } from '../../kernel/context';
import { addDays, instantOf, localTimeOf } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { aBarcode, aDay, anId, aScan } from '../../kernel/validate';
import { checkOutFacts } from '../../reads/check-out-facts';
import { noteLook } from '../../steps/looks';
import { policyIdOf, savedPolicies } from './policies';
import { aPolicyRow, type PolicyInput } from './rules-schema';

const DAYS_LATE = [1, 3, 7, 30, 100];
const MOST_DRAFTS = 200;

interface Trial {
  readerCategory: string;
  itemType: string;
  branchId: string;
  on: LocalDate;
  draft?: PolicyInput[];
  card?: string;
  barcode?: string;
}

/**
 * What the desk would say on a day and why, by the rules as they are saved, with rows as they would be laid
 * over them.
 */
export const tryRules = reading('rules.try', {
  role: 'circulation',
  schema: v.strictObject({
    readerCategory: v.union([v.literal(''), anId]),
    itemType: v.union([v.literal(''), anId]),
    branchId: anId,
    on: aDay,
    draft: v.optional(v.pipe(v.array(aPolicyRow), v.maxLength(MOST_DRAFTS, '一次试算的行太多'))),
    card: v.optional(aScan),
    barcode: v.optional(aBarcode),
  }),
  run: async (context, input) => {
    const who = await readerOf(context, input.card);
    if (who && isRefused(who)) return who;
    // What stands in the way of a certain reader is told of their record.
    if (who) await noteLook(context, who._id, 'rules.try');
    const copy = await itemOf(context, input.barcode);
    if (copy && isRefused(copy)) return copy;
    const branch = await context.db.get('branches', input.branchId);
    if (!branch) return refuse({ code: 'branch_not_found' });
    const rows = overlaid(await savedPolicies(context.db), input.draft ?? []);
    const of = {
      readerCategory: who?.category ?? input.readerCategory,
      itemType: copy?.itemType ?? input.itemType,
      branchId: input.branchId,
    };
    const rules = policyFor(rows, of);
    const calendar: BranchCalendar = { branch, calendars: context.library.calendars };
    const facts = who && copy ? await factsOf(context, { who, copy, rows }, input) : undefined;
    const now = momentOf(context, input.on, calendar);
    const end = facts
      ? checkOutEnd({ ...facts, now }, calendar)
      : loanEnd({ on: input.on, at: now }, rules.loanPeriod, {
          ...calendar,
          rules,
          cardExpiresOn: who?.expiresOn ?? null,
        });
    const booked = facts && rules.bookedAhead !== 'ignored' ? bookedFromOf(facts) : null;
    const price = copy?.price ?? 0;
    const window = renewalWindow(end, rules);
    return done({
      explained: explainPolicy(rows, of),
      refusals: facts ? refusalsToCheckOut(facts) : kindOnly(rules, of),
      dueOn: end.dueOn,
      ...(end.dueAt && { dueAt: end.dueAt }),
      renewedDueOn: renewed(rules, { ...end, checkedOutOn: input.on }, calendar, who?.expiresOn),
      ...(window.from !== null && rules.renewalLimit > 0 && { renewableFrom: window.from }),
      fines: DAYS_LATE.map((daysLate) => ({
        daysLate,
        amount: fineBackOn(addDays(end.dueOn, daysLate), end, { ...calendar, rule: rules.fine, price }),
      })),
      ...(booked !== null && { bookedFrom: booked }),
      days: loanDays(input.on, end, { ...calendar, rules, price }),
      shelfUntil: shelfUntil(input.on, rules, calendar),
    });
  },
});

/** Rows not saved yet stand in place of those that they would change. */
const overlaid = (saved: PolicyDocument[], draft: readonly PolicyInput[]): PolicyDocument[] => {
  const drafts = draft.map(({ policyId: _replaced, ...row }) => ({ ...row, _id: policyIdOf(row) }));
  const gone = new Set([...drafts.map((row) => row._id), ...draft.map((row) => row.policyId)]);
  const sameCell = (row: PolicyDocument) => gone.has(row._id) || gone.has(policyIdOf(row));
  return [...saved.filter((row) => !sameCell(row)), ...drafts];
};

const readerOf = async ({ db, now, library }: StaffContext, card: string | undefined) => {
  if (!card) return undefined;
  const scan = readCardScan(card, now, library.keys);
  if (scan.kind === 'expired') return refuse({ code: 'qr_expired' });
  if (scan.kind === 'not_valid') return refuse({ code: 'qr_not_valid' });
  const known = await db.get('cards', scan.cardNumber);
  const reader = known && (await db.get('readers', known.readerId));
  return reader ?? refuse({ code: 'reader_not_found', scanned: scan.cardNumber });
};

const itemOf = async ({ db }: StaffContext, barcode: string | undefined) => {
  if (!barcode) return undefined;
  return (await db.get('items', barcode)) ?? refuse({ code: 'item_not_found', barcode });
};

/** As the desk would ask on that day, by the rows that are tried. */
const factsOf = async (
  context: StaffContext,
  { who, copy, rows }: { who: ReaderDocument; copy: ItemDocument; rows: PolicyDocument[] },
  { branchId, on }: Trial,
): Promise<CheckOutFacts> => {
  const queue = await context.db.get('holdQueues', copy.titleId);
  const tried = {
    db: context.db,
    library: { ...context.library, policies: rows },
    now: instantOf(on, localTimeOf(context.now)),
    today: on,
  };
  const lending = { item: copy, reader: who, branchId, onSite: copy.use === 'on_site' };
  return checkOutFacts(tried, lending, queue?.holds ?? []);
};

/** Without a reader and a copy only the kind can be refused. */
const kindOnly = (rules: Rules, of: { readerCategory: string; itemType: string }): Refusal[] =>
  rules.lendable
    ? []
    : [{ code: 'item_not_for_category', category: of.readerCategory, itemType: of.itemType }];

/** Today it is as late as it is; on another day the desk has just opened. */
const momentOf = ({ now, today }: StaffContext, on: LocalDate, { branch, calendars }: BranchCalendar) =>
  on === today ? now : instantOf(on, hoursOn(branch, calendars, on)?.from ?? '09:00');

/** When the loan would end after one renewal on its last day; as it is where loans are not renewed. */
const renewed = (
  rules: Rules,
  loan: LoanEnd & { checkedOutOn: LocalDate },
  calendar: BranchCalendar,
  expiresOn: LocalDate = '9999-12-31',
): LocalDate => {
  if (rules.renewalLimit === 0) return loan.dueOn;
  const now = loan.dueAt ?? instantOf(loan.dueOn, '12:00');
  const end = renewedEnd({ loan, rules, calendar, reader: { expiresOn }, today: loan.dueOn, now });
  return end.dueOn > loan.dueOn ? end.dueOn : loan.dueOn;
};
