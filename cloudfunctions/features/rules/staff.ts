import * as v from 'valibot';
import type { StaffRole } from '../../../typings/contract/staff-roles';
import type { StaffDocument } from '../../documents';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId, aText, nothing } from '../../kernel/validate';

const ROLES = [
  'circulation',
  'cataloguer',
  'events',
  'reference',
  'content',
  'manager',
  'director',
] as const satisfies StaffRole[];

const isActingDirector = (staff: Pick<StaffDocument, 'active' | 'roles'> | null): boolean =>
  staff !== null && staff.active && staff.roles.includes('director');

export const staff = reading('rules.staff', {
  role: 'director',
  schema: nothing,
  run: async ({ db }) => {
    const all = await db.find('staff', { where: {}, limit: 1000 });
    return done({
      list: all
        .sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'zh'))
        .map(({ _id, name, branchId, roles, active }) => ({ staffId: _id, name, branchId, roles, active })),
    });
  },
});

/**
 * `staff-changes` is written by every change, so that two directors who take each other away at once meet in
 * it.
 */
export const saveStaff = writing('rules.saveStaff', {
  role: 'director',
  schema: v.strictObject({
    staffId: anId,
    name: aText(30),
    branchId: anId,
    roles: v.array(v.picklist(ROLES, '没有这个岗位'), '应为一组岗位'),
    active: v.boolean('应为是或否'),
  }),
  prepare: async ({ db }) => {
    const directors = await db.find('staff', { where: { roles: 'director', active: true }, limit: 1000 });
    return { directors: directors.map(({ _id }) => _id) };
  },
  run: async (_context, input, transaction, { directors }) => {
    const { staffId, roles, ...facts } = input;
    const changes = await transaction.get('settings', 'staff-changes');
    if (!(await transaction.get('branches', input.branchId))) return refuse({ code: 'branch_not_found' });
    const before = await transaction.get('staff', staffId);
    const saved: StaffDocument = {
      _id: staffId,
      ...facts,
      roles: ROLES.filter((role) => roles.includes(role)),
    };
    if (isActingDirector(before) && !isActingDirector(saved)) {
      let others = 0;
      for (const id of directors.filter((each) => each !== staffId))
        others += isActingDirector(await transaction.get('staff', id)) ? 1 : 0;
      if (others === 0) return refuse({ code: 'last_director' });
    }
    await transaction.put('staff', saved);
    const last = changes?._id === 'staff-changes' ? changes.last + 1 : 1;
    await transaction.put('settings', { _id: 'staff-changes', last });
    const state = saved.active ? saved.roles.join('、') || '无岗位' : '停用';
    return {
      value: { staffId },
      log: {
        outcome: `馆员 ${saved.name} ${before ? '已修改' : '已登记'}：${state}`,
        branchId: saved.branchId,
      },
    };
  },
});
