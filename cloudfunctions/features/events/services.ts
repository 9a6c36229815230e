import * as v from 'valibot';
import { servicesOf } from '../../community/event-terms';
import { KINDS, LIVES } from '../../community/event-kinds';
import { reading, writing } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { changeSettings } from '../../steps/library-settings';
import { anEventKind } from './kinds';

export const services = reading('eventDesk.services', {
  role: 'events',
  schema: nothing,
  run: async ({ library }) => done(servicesOf(library)),
});

/** A kind that is off appears nowhere; what was made of it before stays, and comes back with the kind. */
export const setServices = writing('eventDesk.setServices', {
  role: 'manager',
  schema: v.strictObject({
    kinds: v.pipe(v.array(anEventKind), v.maxLength(KINDS.length)),
    lives: v.pipe(v.array(v.picklist(LIVES, '没有这项服务')), v.maxLength(LIVES.length)),
    draws: v.boolean(),
    lectures: v.boolean(),
  }),
  run: async (_context, chosen, transaction) => {
    const has = {
      ...chosen,
      kinds: KINDS.filter((kind) => chosen.kinds.includes(kind)),
      lives: LIVES.filter((life) => chosen.lives.includes(life)),
    };
    await changeSettings(transaction, ({ events }) => ({ events: { ...events, ...has } }));
    return { value: has, log: { outcome: '修改活动设置' } };
  },
});
