import * as v from 'valibot';
import type { ResourceDocument } from '../../documents';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { ofFound } from '../../steps/found';
import { exchangePlaces } from '../../steps/places';
import { NOT_FOUND } from './reading';
import { MOST_RESOURCES, deskView } from './resource-view';
import { toSave } from './words';

/**
 * A new one stands last, hidden until it is shown. The limit is one of size: two added at once may pass it by
 * one.
 */
export const save = writing('resourceDesk.save', {
  role: 'content',
  schema: toSave,
  prepare: async ({ db }, { resourceId }) => ({ count: resourceId ? 0 : await db.count('resources', {}) }),
  run: async ({ newId, now }, { resourceId, ...words }, transaction, { count }) => {
    if (count >= MOST_RESOURCES)
      return refuse({ code: 'resources_full', current: count, limit: MOST_RESOURCES });
    const before = resourceId
      ? await transaction.get('resources', resourceId)
      : { _id: newId(), order: Date.parse(now), shown: false };
    if (!before) return refuse(NOT_FOUND);
    const { _id, order, shown } = before;
    const saved: ResourceDocument = { _id, order, shown, ...words, changedAt: now };
    await transaction.put('resources', saved);
    return {
      value: deskView(saved),
      log: { outcome: `${resourceId ? '修改' : '新增'}数字资源“${words.name}”` },
    };
  },
});

const FOUND = ['resources', 'resourceId', NOT_FOUND] as const;

export const show = writing('resourceDesk.show', {
  role: 'content',
  schema: v.strictObject({ resourceId: anId, shown: v.boolean() }),
  run: ofFound(
    FOUND,
    async (_context, { shown }: { resourceId: string; shown: boolean }, transaction, before) => {
      const saved = { ...before, shown };
      await transaction.put('resources', saved);
      return {
        value: deskView(saved),
        log: { outcome: `数字资源“${before.name}”${shown ? '对读者显示' : '隐藏'}` },
      };
    },
  ),
});

export const exchange = writing('resourceDesk.exchange', {
  role: 'content',
  schema: v.strictObject({ resourceId: anId, withResourceId: anId }),
  run: async (_context, { resourceId, withResourceId }, transaction) => {
    const one = await transaction.get('resources', resourceId);
    const other = await transaction.get('resources', withResourceId);
    if (!one || !other) return refuse(NOT_FOUND);
    await exchangePlaces(transaction, ['resources', 'order'], one, other);
    return { value: { resourceId }, log: { outcome: `数字资源“${one.name}”换位置` } };
  },
});

export const remove = writing('resourceDesk.remove', {
  role: 'content',
  schema: v.strictObject({ resourceId: anId }),
  run: ofFound(FOUND, async (_context, { resourceId }: { resourceId: string }, transaction, { name }) => {
    await transaction.remove('resources', resourceId);
    return { value: { resourceId }, log: { outcome: `删除数字资源“${name}”` } };
  }),
});
