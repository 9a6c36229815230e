import { refusalsToCheckOut, type CheckOutFacts } from '../../cloudfunctions/circulation/check-out';
import { loanEnd, type DueDateFacts } from '../../cloudfunctions/circulation/due-date';
import { refusalsToHold, type PlacingHoldFacts } from '../../cloudfunctions/circulation/placing-hold';
import { policyFor } from '../../cloudfunctions/circulation/policy';
import { renewalOf, type RenewalFacts } from '../../cloudfunctions/circulation/renewal';
import type { PolicyDocument, Rules } from '../../cloudfunctions/documents';
import { addDays, instantOf } from '../../cloudfunctions/kernel/local-date';
import { aBranch, aReader, anItem, anOpenLoan, onLoan, rules, callsOn } from '../builders/documents';

/**
 * One known behaviour of a circulation system, asked of our rules. The ids are those of the collection they
 * come from; N are published rules of Chinese libraries, which have to be expressible as policy rows.
 */
export interface Scenario {
  id: string;
  says: string;
  outcome: () => unknown;
  expected: unknown;
}

export const TODAY = '2026-11-22';
export const NOW = instantOf(TODAY, '10:00');

export const byRows = (
  rows: PolicyDocument[],
  readerCategory: string,
  itemType: string,
  branchId = 'main',
): Rules => policyFor(rows, { readerCategory, itemType, branchId });

export const dueAfter = (
  on: string,
  days: number,
  dueDateMode: Rules['dueDateMode'],
  facts: Partial<DueDateFacts> = {},
): string =>
  loanEnd(
    { on, at: instantOf(on, '10:00') },
    { count: days, unit: 'days' },
    {
      rules: { dueDateMode, endsAtClosing: true, endsAtOpening: false, capAtCardExpiry: true },
      branch: aBranch(),
      calendars: [],
      cardExpiresOn: null,
      ...facts,
    },
  ).dueOn;

/** Codes of what stands against a check-out; none: it is done. */
export const lending = (facts: Partial<CheckOutFacts>): string[] =>
  refusalsToCheckOut({
    reader: aReader(),
    item: anItem(),
    rules: rules(),
    queue: [],
    callsBy: callsOn(TODAY),
    branchId: 'main',
    onSite: false,
    shelf: [],
    overdue: 0,
    childrenOwe: 0,
    today: TODAY,
    now: NOW,
    ...facts,
  }).map(({ code }) => code);

/** The new last day, or the codes of what stands against a renewal. */
export const renewing = (facts: Partial<RenewalFacts>): string | string[] => {
  const renewal = renewalOf({
    loan: anOpenLoan({ dueOn: addDays(TODAY, 10) }),
    item: anItem(),
    reader: aReader(),
    rules: rules(),
    queue: [],
    callsBy: callsOn(TODAY),
    shelf: [],
    otherOverdue: 0,
    online: false,
    calendar: { branch: aBranch(), calendars: [] },
    today: TODAY,
    now: NOW,
    ...facts,
  });
  return renewal.allowed ? renewal.newDueOn : renewal.because.map(({ code }) => code);
};

/** "renewed", or the codes of what stands against it. */
export const renewed = (facts: Partial<RenewalFacts>): string | string[] => {
  const outcome = renewing(facts);
  return typeof outcome === 'string' ? 'renewed' : outcome;
};

/** Codes of what stands against a hold; none: it joins the queue. */
export const holding = (facts: Partial<PlacingHoldFacts>): string[] =>
  refusalsToHold({
    reader: aReader(),
    titleId: 'title-1',
    queue: [],
    items: [onLoan()],
    pickUpBranch: aBranch(),
    rules: rules(),
    wants: null,
    startsOn: null,
    neededUntil: null,
    overdueAtBranch: 0,
    today: TODAY,
    ...facts,
  }).map(({ code }) => code);
