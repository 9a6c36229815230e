import * as v from 'valibot';
import type { StaffContext } from '../../kernel/context';
import { addMinutes } from '../../kernel/local-date';
import { writing } from '../../kernel/operation';
import { hashPassword } from '../../kernel/password';
import { isRefused, refuse } from '../../kernel/refusal';
import { aPassword, anId } from '../../kernel/validate';
import { safetyRules } from '../../membership/safety-rules';
import { ofFound } from '../../steps/found';
import { afterRightPin, tryPin } from './trying-pin';

const SALT_BYTES = 16;

/** Until when who confirms now is believed. */
const confirmedUntil = ({ now, library }: StaffContext) =>
  addMinutes(now, safetyRules(library).asksAgain.minutes);

/**
 * Whoever found the phone unlocked must know the old one: wrong ones count. The first one is set by who is
 * asked for it; the staff's list tells the director since when somebody has one.
 */
export const setPin = writing('safety.setPin', {
  role: 'any',
  schema: v.strictObject({ pin: aPassword, oldPin: v.optional(aPassword) }),
  looksFirst: true,
  prepare: async (context, { pin, oldPin }) => {
    const known = await context.db.get('staffPins', context.openid);
    if (known && oldPin === undefined) return refuse({ code: 'pin_set_already' });
    const tried = known ? await tryPin(context, context.openid, oldPin ?? '') : null;
    if (tried && isRefused(tried)) return tried;
    // Hashed before the transaction: it takes its time.
    return { tried, hashed: hashPassword(pin, context.randomBytes(SALT_BYTES)) };
  },
  run: async (context, _input, transaction, { tried, hashed }) => {
    const { openid, now } = context;
    const set = { pin: hashed, setAt: now, confirmedUntil: confirmedUntil(context) };
    const known = await transaction.get('staffPins', openid);
    if (known && !tried) return refuse({ code: 'pin_set_already' });
    const changed = tried ? await afterRightPin(transaction, tried, set) : set;
    if (isRefused(changed)) return changed;
    if (!tried) await transaction.put('staffPins', { _id: openid, wrongTries: 0, lockedUntil: null, ...set });
    return {
      value: { until: set.confirmedUntil },
      log: { outcome: tried ? '修改办公密码' : '设置办公密码' },
    };
  },
});

/** Right and wrong cost the same; only a right one is written into the log. */
export const confirm = writing('safety.confirm', {
  role: 'any',
  schema: v.strictObject({ pin: aPassword }),
  looksFirst: true,
  prepare: (context, { pin }) => tryPin(context, context.openid, pin),
  run: async (context, _input, transaction, right) => {
    const until = confirmedUntil(context);
    const confirmed = await afterRightPin(transaction, right, { confirmedUntil: until });
    if (isRefused(confirmed)) return confirmed;
    return { value: { until }, log: { outcome: '用办公密码确认身份' } };
  },
});

export const clearPin = writing('safety.clearPin', {
  role: 'director',
  schema: v.strictObject({ staffId: anId }),
  run: ofFound(
    ['staff', 'staffId', { code: 'staff_not_found' }],
    async (_context, { staffId }: { staffId: string }, transaction, { name }) => {
      if (!(await transaction.get('staffPins', staffId))) return refuse({ code: 'pin_not_set' });
      await transaction.remove('staffPins', staffId);
      return { value: { staffId }, log: { outcome: `清除 ${name} 的办公密码` } };
    },
  ),
});
