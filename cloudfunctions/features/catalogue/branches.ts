import type { Branch } from '../../../typings/contract/catalogue';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { hoursText } from '../../views/branches';

export const branches = reading('catalogue.branches', {
  caller: 'visitor',
  schema: nothing,
  run: async ({ library, today }) => {
    const list: Branch[] = library.branches.map((branch) => ({
      branchId: branch._id,
      name: branch.name,
      address: branch.address,
      phone: branch.phone,
      todayHours: hoursText(library, branch, today),
      pickUp: branch.pickUp,
    }));
    return done({ list });
  },
});
