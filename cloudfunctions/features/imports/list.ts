import * as v from 'valibot';
import type { ImportsApi } from '../../../typings/contract/imports';
import { staffReading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { RUN_FIELDS, runView } from './run-view';

export const list = staffReading<
  Parameters<ImportsApi['imports.list']>[0],
  ReturnType<ImportsApi['imports.list']>
>('cataloguer', v.strictObject({ after: aPageStart }), async (context, { after }) => {
  const rows = await context.db.find('importRuns', {
    where: {},
    orderBy: [['startedAt', 'desc']],
    skip: startOf(after),
    limit: PAGE_SIZE + 1,
    fields: RUN_FIELDS,
  });
  const page = pageOf(rows, startOf(after));
  return done({ ...page, list: page.list.map((run) => runView(context, run)) });
});
