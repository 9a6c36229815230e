import * as v from 'valibot';
import type { ClosureRow } from '../../../typings/contract/rules';
import { branchName } from '../../circulation/branches';
import { nearestOpenDay } from '../../circulation/calendar';
import { undoUntil, withDaysClosed, withDaysOpened, type Days } from '../../circulation/closing-days';
import {
  closedMeanwhile,
  LONGEST_CLOSURE_DAYS,
  refusalsToClose,
  refusalToReopen,
} from '../../circulation/setting-days';
import type { ClosureDocument, Library } from '../../documents';
import { between, type Query } from '../../kernel/database';
import { addDays, daysBetween } from '../../kernel/local-date';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, rowsFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { aDay, anId, aText } from '../../kernel/validate';
import { standingClosures } from './calendar';

const someDays = { branchId: anId, from: aDay, to: aDay };
const inOrder = <T extends Days>() =>
  v.check<T, string>(({ from, to }) => from <= to, '最后一天不能早于第一天');
const notTooLong = <T extends Days>() =>
  v.check<T, string>(
    ({ from, to }) => daysBetween(from, to) < LONGEST_CLOSURE_DAYS,
    `一次最多闭馆 ${LONGEST_CLOSURE_DAYS} 天`,
  );

const closureRow = (library: Library, closure: ClosureDocument): ClosureRow => ({
  closureId: closure._id,
  branchId: closure.branchId,
  branchName: branchName(library, closure.branchId),
  from: closure.from,
  to: closure.to,
  why: closure.why,
  at: closure.at,
  staffName: closure.staffName,
  status: closure.status,
  weekly: closure.weekBefore !== undefined,
  undoUntil: undoUntil(closure),
  loansMoved: closure.loansMoved,
  holdsMoved: closure.holdsMoved,
});

export const previewClosure = reading('rules.previewClosure', {
  role: 'circulation',
  schema: v.pipe(v.strictObject(someDays), inOrder(), notTooLong()),
  run: async ({ db, library, today }, { branchId, from, to }) => {
    const branch = await db.get('branches', branchId);
    if (!branch) return refuse({ code: 'branch_not_found' });
    const [standing, loans, holds] = await Promise.all([
      standingClosures(db, branchId, { from, to }),
      db.count('items', { 'loan.branchId': branchId, 'loan.dueOn': between({ from, upTo: to }) }),
      db.count('holds', { pickUpBranchId: branchId, status: 'ready', pickUpBy: between({ from }) }),
    ]);
    const closed = withDaysClosed(branch, { from, to }, '').branch;
    return done({
      loans,
      holds,
      nextOpenDay: nearestOpenDay(closed, library.calendars, addDays(to, 1), 1),
      refusals: refusalsToClose({ from, to }, standing, today),
    });
  },
});

/**
 * Writes the closure and the closed days in one transaction; what falls on them is moved by a job
 * (closures.job.ts), since a busy day has more loans than one transaction may hold.
 */
export const closeDays = writing('rules.closeDays', {
  role: 'manager',
  schema: v.pipe(v.strictObject({ ...someDays, why: aText(60) }), inOrder(), notTooLong()),
  prepare: async ({ db }, { branchId, from, to }) => {
    const [standing, branch] = await Promise.all([
      standingClosures(db, branchId, { from, to }),
      db.get('branches', branchId),
    ]);
    return { standing, known: branch?.exceptions ?? {} };
  },
  run: async (context, { branchId, from, to, why }, transaction, { standing, known }) => {
    const { library, now, today, staff } = context;
    const branch = await transaction.get('branches', branchId);
    if (!branch) return refuse({ code: 'branch_not_found' });
    const refusals = refusalsToClose({ from, to }, standing, today);
    if (refusals.length > 0) return refuse(...refusals);
    // Closed by somebody else since the query above: the branch document is written by both, so one of the
    // two sees it here.
    const meanwhile = closedMeanwhile({ from, to }, known, branch.exceptions);
    if (meanwhile) return refuse(meanwhile);
    const closed = withDaysClosed(branch, { from, to }, why);
    const closure: ClosureDocument = {
      _id: context.newId(),
      branchId,
      from,
      to,
      why,
      at: now,
      staffName: staff.name,
      status: 'moving',
      exceptionsBefore: closed.exceptionsBefore,
      loansMoved: 0,
      holdsMoved: 0,
    };
    await transaction.amend('branches', branchId, { set: { exceptions: closed.branch.exceptions } });
    await transaction.add('closures', closure);
    return {
      value: closureRow(library, closure),
      log: { outcome: `闭馆 ${from} 至 ${to}`, comment: why, branchId },
    };
  },
});

/** Opens the days again at once; what was moved is given back by the job. */
export const undoClosure = writing('rules.undoClosure', {
  role: 'manager',
  schema: v.strictObject({ closureId: anId }),
  run: async ({ library, today }, { closureId }, transaction) => {
    const closure = await transaction.get('closures', closureId);
    if (!closure) return refuse({ code: 'closure_not_found' });
    const refusal = refusalToReopen(closure, today);
    if (refusal) return refuse(refusal);
    const branch = await transaction.get('branches', closure.branchId);
    if (!branch) return refuse({ code: 'branch_not_found' });
    const { exceptions, weeklyHours } = withDaysOpened(branch, closure);
    await transaction.amend('branches', branch._id, { set: { exceptions, weeklyHours } });
    const undoing: ClosureDocument = { ...closure, status: 'undoing' };
    await transaction.put('closures', undoing);
    return {
      value: closureRow(library, undoing),
      log: { outcome: `撤销闭馆 ${closure.from} 至 ${closure.to}`, branchId: closure.branchId },
    };
  },
});

export const closures = reading('rules.closures', {
  role: 'circulation',
  schema: v.strictObject({ branchId: anId, after: aPageStart }),
  run: async ({ db, library }, { branchId, after }) => {
    const newest: Omit<Query, 'limit'> = { where: { branchId }, orderBy: [['at', 'desc']] };
    return done(await rowsFrom(db, 'closures', newest, after, (closure) => closureRow(library, closure)));
  },
});
