import * as v from 'valibot';
import { reading, writing } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { keyRows, savedRoots } from './rotating';
import { safetyRules } from '../../membership/safety-rules';

const aCount = (least: number, most: number) =>
  v.pipe(
    v.number('应为数字'),
    v.integer('应为整数'),
    v.minValue(least, `至少 ${least}`),
    v.maxValue(most, `最多 ${most}`),
  );

export const show = reading('safety.show', {
  role: 'director',
  schema: nothing,
  run: async ({ db, now }) => {
    const [saved, roots] = await Promise.all([db.get('settings', 'safety'), savedRoots(db)]);
    const { deskAccepts, asksAgain, keyDays } = safetyRules(saved?._id === 'safety' ? { safety: saved } : {});
    return done({ deskAccepts, asksAgain, keyDays, keys: keyRows(roots, now) });
  },
});

/**
 * A document of its own carries it, so that nothing else that is written into the settings takes it back; a
 * warm function follows within a minute.
 */
export const save = writing('safety.save', {
  role: 'director',
  schema: v.strictObject({
    deskAccepts: v.picklist(['code', 'number_and_birth_day', 'number'] as const, '没有这个选项'),
    asksAgain: v.strictObject({ on: v.boolean('应为是或否'), minutes: aCount(1, 60) }),
    keyDays: aCount(1, 365),
  }),
  run: async (_context, rules, transaction) => {
    await transaction.put('settings', { _id: 'safety', ...rules });
    return { value: rules, log: { outcome: '安全设置已修改' } };
  },
});
