import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { RUN_FIELDS, runView } from './run-view';

export const list = reading('imports.list', {
  role: 'cataloguer',
  schema: v.strictObject({ after: aPageStart }),
  run: async (context, { after }) => {
    const rows = await context.db.find('importRuns', {
      where: {},
      orderBy: [['startedAt', 'desc']],
      skip: startOf(after),
      limit: PAGE_SIZE + 1,
      fields: RUN_FIELDS,
    });
    const page = pageOf(rows, startOf(after));
    return done({ ...page, list: page.list.map((run) => runView(context, run)) });
  },
});
