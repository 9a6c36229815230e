import * as v from 'valibot';
import type { DeskToday } from '../../../typings/contract/desk';
import type { StaffContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { instantOf } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { branchOf, hoursText } from '../../views/branches';
import { rowsToFetch } from './to-fetch';

export const today = reading<{ branchId?: string }, DeskToday, StaffContext>(
  v.strictObject({ branchId: v.optional(anId) }),
  async (context, input) => {
    const { db, library, staff } = context;
    const branch = branchOf(library, input.branchId ?? staff.branchId);
    if (!branch) return refuse({ code: 'branch_not_found' });
    const branchId = branch._id;
    const since = between({ from: instantOf(context.today) });
    const [checkedOut, checkedIn, onHoldShelf, expiredOnShelf, toFetch, overdue] = await Promise.all([
      db.count('operations', { branchId, at: since, action: 'desk.checkOut' }),
      db.count('operations', { branchId, at: since, action: 'desk.checkIn' }),
      db.count('items', { branchId, status: 'on_hold_shelf' }),
      db.count('items', { branchId, status: 'on_hold_shelf', hold: null }),
      rowsToFetch(context, branchId),
      db.count('loans', { branchId, status: 'open', dueOn: between({ below: context.today }) }),
    ]);
    return done({
      staffName: staff.name,
      branchId,
      branchName: branch.name,
      today: context.today,
      hours: hoursText(library, branch, context.today),
      counts: { checkedOut, checkedIn, onHoldShelf, expiredOnShelf, toFetch: toFetch.length, overdue },
    });
  },
);
