import * as v from 'valibot';
import type { Instant } from '../../../typings/contract/shapes';
import type { StaffRole } from '../../../typings/contract/staff-roles';
import type { StaffDocument } from '../../documents';
import type { Database } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { anId, aText, nothing } from '../../kernel/validate';
import { letIn, shutOutSince } from '../../membership/shut-out';
import { directorsNow, saveMember } from '../../steps/saving-staff';

const ROLES = [
  'circulation',
  'cataloguer',
  'events',
  'reference',
  'content',
  'manager',
  'director',
] as const satisfies StaffRole[];

export const staff = reading('rules.staff', {
  role: 'director',
  schema: nothing,
  run: async ({ db }) => {
    const all = await db.find('staff', { where: {}, limit: 1000 });
    const ids = all.map(({ _id }) => _id);
    const [pins, lastActs] = await Promise.all([
      db.getMany('staffPins', ids),
      Promise.all(ids.map((id) => lastActOf(db, id))),
    ]);
    const rows = all.map((member, n) => {
      const pin = pins.find(({ _id }) => _id === member._id);
      return rowOf(member, pin?.setAt ?? null, lastActs[n] ?? null);
    });
    return done({
      list: rows.sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'zh')),
    });
  },
});

/** The last change that somebody made: the log has it, and nothing is written for merely looking. */
const lastActOf = async (db: Database, staffId: string): Promise<Instant | null> => {
  const [last] = await db.find('operations', {
    where: { by: staffId },
    orderBy: [['at', 'desc']],
    limit: 1,
    fields: ['at'],
  });
  return last?.at ?? null;
};

const rowOf = (member: StaffDocument, pinSetAt: Instant | null, lastActAt: Instant | null) => {
  const { _id, name, branchId, roles, active } = member;
  const shutOutAt = shutOutSince(member);
  return {
    staffId: _id,
    name,
    branchId,
    roles,
    active,
    ...(lastActAt && { lastActAt }),
    ...(pinSetAt && { pinSetAt }),
    ...(shutOutAt && { shutOutAt }),
  };
};

/** Who is not active is out from the next call on: every call looks the caller up. */
export const saveStaff = writing('rules.saveStaff', {
  role: 'director',
  schema: v.strictObject({
    staffId: anId,
    name: aText(30),
    branchId: anId,
    roles: v.array(v.picklist(ROLES, '没有这个岗位'), '应为一组岗位'),
    active: v.boolean('应为是或否'),
  }),
  prepare: async ({ db }) => ({ directors: await directorsNow(db) }),
  run: async ({ now }, input, transaction, { directors }) => {
    const { staffId, roles, active, ...facts } = input;
    if (!(await transaction.get('branches', input.branchId))) return refuse({ code: 'branch_not_found' });
    const before = await transaction.get('staff', staffId);
    const kept = before ?? { _id: staffId, active, ...facts, roles: [] };
    const inOrder = ROLES.filter((role) => roles.includes(role));
    const saved = await saveMember(transaction, {
      before,
      saved: letIn({ ...kept, ...facts, roles: inOrder }, active, now),
      directors,
    });
    if (isRefused(saved)) return saved;
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
