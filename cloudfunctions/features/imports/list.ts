import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { RUN_FIELDS, runView } from './run-view';

export const list = reading('imports.list', {
  role: 'cataloguer',
  schema: v.strictObject({ after: aPageStart }),
  run: async (context, { after }) => {
    const page = await pageFrom(
      context.db,
      'importRuns',
      {
        where: {},
        orderBy: [['startedAt', 'desc']],
        fields: RUN_FIELDS,
      },
      after,
    );
    return done({ ...page, list: page.list.map((run) => runView(context, run)) });
  },
});
