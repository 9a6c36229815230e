import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { findingsOf, runView } from './run-view';

export const show = reading('imports.show', {
  role: 'cataloguer',
  schema: v.strictObject({ runId: anId }),
  run: async (context, { runId }) => {
    const run = await context.db.get('importRuns', runId);
    if (!run) return refuse({ code: 'import_not_found' });
    return done({ run: runView(context, run), findings: findingsOf(run) });
  },
});
