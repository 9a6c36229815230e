import * as v from 'valibot';
import { branchName } from '../../circulation/branches';
import { opaqueId } from '../../kernel/opaque-id';
import { reading, writing } from '../../kernel/operation';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { hasRole } from '../../kernel/roles';
import { aPassword, anId, nothing } from '../../kernel/validate';
import { letIn } from '../../membership/shut-out';
import { directorsNow, saveMember } from '../../steps/saving-staff';
import { afterRightPin, tryPin } from './trying-pin';

export const mine = reading('safety.mine', {
  role: 'any',
  schema: nothing,
  run: async ({ db, openid, library }) => {
    const [pin, all] = await Promise.all([
      db.get('staffPins', openid),
      db.find('staff', { where: { active: true }, limit: 1000 }),
    ]);
    return done({
      ...(pin && { pinSetAt: pin.setAt }),
      colleagues: all
        .filter(({ _id }) => _id !== openid)
        .sort((a, b) => a.name.localeCompare(b.name, 'zh'))
        .map((member) => ({
          memberId: opaqueId(member._id),
          name: member.name,
          branchName: branchName(library, member.branchId),
        })),
    });
  },
});

/**
 * Out from the next call on. The colleague's own PIN says that they want it; a manager, or a director for a
 * director, answers for it without. Only a director lets them in again.
 */
export const shutOut = writing('safety.shutOut', {
  role: 'any',
  schema: v.strictObject({ memberId: anId, pin: v.optional(aPassword) }),
  looksFirst: true,
  prepare: async (context, { memberId, pin }) => {
    const { db, staff } = context;
    const [directors, all] = await Promise.all([
      directorsNow(db),
      db.find('staff', { where: { active: true }, limit: 1000 }),
    ]);
    const member = all.find((each) => opaqueId(each._id) === memberId);
    if (!member) return refuse({ code: 'staff_not_found' });
    if (pin === undefined) {
      const answers = hasRole(staff, member.roles.includes('director') ? 'director' : 'manager');
      return answers
        ? { staffId: member._id, directors, right: null }
        : refuse({ code: 'colleague_pin_needed' });
    }
    const right = await tryPin(context, member._id, pin);
    return isRefused(right) ? right : { staffId: member._id, directors, right };
  },
  run: async ({ now }, _input, transaction, { staffId, directors, right }) => {
    const before = await transaction.get('staff', staffId);
    if (!before?.active) return refuse({ code: 'staff_not_found' });
    const given = right && (await afterRightPin(transaction, right, { confirmedUntil: null }));
    if (given && isRefused(given)) return given;
    const saved = await saveMember(transaction, { before, saved: letIn(before, false, now), directors });
    if (isRefused(saved)) return saved;
    return {
      value: { name: saved.name },
      log: { outcome: `手机丢失，停用 ${saved.name}`, branchId: saved.branchId },
    };
  },
});
