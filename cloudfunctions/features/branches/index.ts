import * as v from 'valibot';
import type { BranchPage } from '../../../typings/contract/branches';
import type { LocalDate } from '../../../typings/contract/shapes';
import { branchOf } from '../../circulation/branches';
import { openingAt } from '../../circulation/opening';
import type { BranchDocument, Library } from '../../documents';
import { addDays } from '../../kernel/local-date';
import { operationsOf, reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId, nothing } from '../../kernel/validate';
import { hoursText } from '../../views/branches';

const DAYS_SHOWN = 14;

const list = reading('branches.list', {
  caller: 'visitor',
  schema: nothing,
  run: async ({ library, today, now }) =>
    done({
      list: library.branches.map((branch) => ({
        branchId: branch._id,
        name: branch.name,
        address: branch.address,
        opening: openingAt(branch, library.calendars, now),
        todayHours: hoursText(library, branch, today),
      })),
    }),
});

const show = reading('branches.show', {
  caller: 'visitor',
  schema: v.strictObject({ branchId: anId }),
  run: async ({ library, today, now }, { branchId }) => {
    const branch = branchOf(library, branchId);
    if (!branch) return refuse({ code: 'branch_not_found' });
    const page: BranchPage = {
      branchId,
      name: branch.name,
      address: branch.address,
      phone: branch.phone,
      ...(branch.location && { location: branch.location }),
      transport: branch.transport ?? '',
      floors: branch.floors ?? [],
      pickUp: branch.pickUp,
      opening: openingAt(branch, library.calendars, now),
      days: Array.from({ length: DAYS_SHOWN }, (_, n) => dayOf(library, branch, addDays(today, n))),
    };
    return done(page);
  },
});

const dayOf = (library: Library, branch: BranchDocument, date: LocalDate): BranchPage['days'][number] => {
  const year = library.calendars.find(({ _id }) => _id === date.slice(0, 4));
  const holiday = branch.closedOnPublicHolidays ? year?.holidays[date] : undefined;
  return {
    date,
    hours: hoursText(library, branch, date),
    why: branch.exceptions[date]?.why ?? holiday ?? '',
  };
};

export const branches = operationsOf('branches', [list, show]);
