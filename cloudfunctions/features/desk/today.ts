import * as v from 'valibot';
import type { DeskToday } from '../../../typings/contract/desk-today';
import { branchOf } from '../../circulation/branches';
import type { CaseDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { between, isIn, type Database } from '../../kernel/database';
import { instantOf } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { hasRole } from '../../kernel/roles';
import { anId } from '../../kernel/validate';
import { overdueWhere } from '../../reads/loans';
import { openTalks, talkTime } from '../../reads/talks';
import { safetyRules } from '../../membership/safety-rules';
import { hoursText } from '../../views/branches';
import { TO_CLEAR } from './lists/hold-shelf';
import { rowsToFetch } from './lists/to-fetch';

const NOTHING_WAITS = { questions: 0, messages: 0, deliveries: 0 };

/** What waits for those who answer readers, as it is now. */
const waitingFor = async (context: StaffContext): Promise<typeof NOTHING_WAITS> => {
  const [talks, deliveries] = await Promise.all([
    openTalks(context, await talkTime(context)),
    context.db.count('deliveries', { state: isIn(['asked', 'searching', 'agreed']) }),
  ]);
  const count = (state: string): number => talks.filter((talk) => talk.state === state).length;
  return { questions: count('waiting'), messages: count('left'), deliveries };
};

export const today = reading('desk.today', {
  role: 'any',
  schema: v.strictObject({ branchId: v.optional(anId) }),
  run: async (context, input) => {
    const { library, staff } = context;
    const branch = branchOf(library, input.branchId ?? staff.branchId);
    if (!branch) return refuse({ code: 'branch_not_found' });
    const branchId = branch._id;
    return done({
      staffName: staff.name,
      roles: staff.roles,
      overrides: library.settings.overrides,
      accepts: safetyRules(library).deskAccepts,
      branchId,
      branchName: branch.name,
      today: context.today,
      hours: hoursText(library, branch, context.today),
      counts: await countsOf(context, branchId),
    });
  },
});

/** Opinions of readers that nobody has answered, as far as a tile needs. */
const openCases = (db: Database): Promise<Pick<CaseDocument, 'dueOn'>[]> =>
  db.find('cases', { where: { state: 'open' }, limit: 100, fields: ['dueOn'] });

const countsOf = async (context: StaffContext, branchId: string): Promise<DeskToday['counts']> => {
  const { db, staff, today: day } = context;
  const since = between({ from: instantOf(day) });
  const late = overdueWhere(branchId, context);
  const [
    checkedOut,
    checkedIn,
    onHoldShelf,
    expiredOnShelf,
    toFetch,
    inTransit,
    overdueDays,
    overdueHours,
    owing,
    applications,
    conflicts,
    reviews,
    cases,
    reference,
  ] = await Promise.all([
    db.count('operations', { branchId, at: since, action: 'desk.checkOut' }),
    db.count('operations', { branchId, at: since, action: 'desk.checkIn' }),
    db.count('items', { branchId, status: 'on_hold_shelf' }),
    db.count('items', { branchId, ...TO_CLEAR }),
    rowsToFetch(context, branchId),
    db.count('items', { branchId, status: 'in_transit' }),
    db.count('items', late.days),
    db.count('items', late.hours),
    db.count('readers', { owes: between({ from: 1 }) }),
    db.count('readers', { standing: 'pending' }),
    db.count('conflicts', { branchId, status: 'open' }),
    hasRole(staff, 'content') ? db.count('reviews', { status: 'waiting' }) : 0,
    hasRole(staff, 'manager') ? openCases(db) : [],
    hasRole(staff, 'reference') ? waitingFor(context) : NOTHING_WAITS,
  ]);
  return {
    ...{ checkedOut, checkedIn, onHoldShelf, expiredOnShelf, toFetch: toFetch.length, inTransit },
    overdue: overdueDays + overdueHours,
    ...{ owing, applications, conflicts, reviews },
    cases: { open: cases.length, late: cases.filter(({ dueOn }) => dueOn < day).length },
    ...reference,
  };
};
