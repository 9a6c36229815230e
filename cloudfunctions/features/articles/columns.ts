import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aLine, aText, anId } from '../../kernel/validate';
import { changeSettings } from '../../steps/library-settings';

const MOST_COLUMNS = 20;

/** All columns in their order, a new one with an empty id. The setting carries them whole. */
export const saveColumns = writing('articleDesk.saveColumns', {
  role: 'content',
  schema: v.strictObject({
    columns: v.pipe(
      v.array(
        v.strictObject({
          columnId: v.union([v.literal(''), anId], '编号格式不对'),
          name: aText(12),
          about: aLine(60),
        }),
      ),
      v.maxLength(MOST_COLUMNS, `最多 ${MOST_COLUMNS} 个栏目`),
    ),
  }),
  prepare: async ({ db }, { columns }) => {
    const setting = await db.get('settings', 'columns');
    const kept = new Set(columns.map(({ columnId }) => columnId));
    const gone =
      setting?._id === 'columns' ? setting.columns.filter(({ columnId }) => !kept.has(columnId)) : [];
    const used = await Promise.all(gone.map(({ columnId }) => db.count('articles', { columnId })));
    const inUse = gone.find((_column, i) => (used[i] ?? 0) > 0);
    return inUse ? refuse({ code: 'column_in_use', name: inUse.name }) : { checked: true };
  },
  run: async ({ newId }, { columns }, transaction) => {
    const saved = columns.map((column) => ({ ...column, columnId: column.columnId || newId() }));
    await transaction.put('settings', { _id: 'columns', columns: saved });
    return {
      value: { columns: saved },
      log: { outcome: `保存栏目：${saved.map(({ name }) => name).join('、')}` },
    };
  },
});

/** The library's switches: films need a category of their own with WeChat. */
export const setOpen = writing('articleDesk.setOpen', {
  role: 'manager',
  schema: v.strictObject({ open: v.boolean(), clips: v.boolean() }),
  run: async (_context, articles, transaction) => {
    await changeSettings(transaction, () => ({ articles }));
    return { value: articles, log: { outcome: `栏目文章：${articles.open ? '开通' : '关闭'}` } };
  },
});
