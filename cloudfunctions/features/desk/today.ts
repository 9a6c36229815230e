import * as v from 'valibot';
import { branchOf } from '../../circulation/branches';
import { between } from '../../kernel/database';
import { instantOf } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { hasRole } from '../../kernel/roles';
import { anId } from '../../kernel/validate';
import { safetyRules } from '../../membership/safety-rules';
import { hoursText } from '../../views/branches';
import { TO_CLEAR } from './lists/hold-shelf';
import { rowsToFetch } from './lists/to-fetch';

export const today = reading('desk.today', {
  role: 'any',
  schema: v.strictObject({ branchId: v.optional(anId) }),
  run: async (context, input) => {
    const { db, library, staff } = context;
    const branch = branchOf(library, input.branchId ?? staff.branchId);
    if (!branch) return refuse({ code: 'branch_not_found' });
    const branchId = branch._id;
    const since = between({ from: instantOf(context.today) });
    const [
      checkedOut,
      checkedIn,
      shelf,
      expired,
      toFetch,
      inTransit,
      overdue,
      owing,
      applications,
      conflicts,
      reviews,
    ] = await Promise.all([
      db.count('operations', { branchId, at: since, action: 'desk.checkOut' }),
      db.count('operations', { branchId, at: since, action: 'desk.checkIn' }),
      db.count('items', { branchId, status: 'on_hold_shelf' }),
      db.count('items', { branchId, ...TO_CLEAR }),
      rowsToFetch(context, branchId),
      db.count('items', { branchId, status: 'in_transit' }),
      db.count('items', { 'loan.branchId': branchId, 'loan.dueOn': between({ below: context.today }) }),
      db.count('readers', { owes: between({ from: 1 }) }),
      db.count('readers', { standing: 'pending' }),
      db.count('conflicts', { branchId, status: 'open' }),
      hasRole(staff, 'content') ? db.count('reviews', { status: 'waiting' }) : 0,
    ]);
    return done({
      staffName: staff.name,
      roles: staff.roles,
      overrides: library.settings.overrides,
      accepts: safetyRules(library).deskAccepts,
      branchId,
      branchName: branch.name,
      today: context.today,
      hours: hoursText(library, branch, context.today),
      counts: {
        checkedOut,
        checkedIn,
        onHoldShelf: shelf,
        expiredOnShelf: expired,
        toFetch: toFetch.length,
        inTransit,
        overdue,
        owing,
        applications,
        conflicts,
        reviews,
      },
    });
  },
});
