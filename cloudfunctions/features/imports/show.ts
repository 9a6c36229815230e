import * as v from 'valibot';
import type { ImportsApi } from '../../../typings/contract/imports';
import { staffReading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { findingsOf, runView } from './run-view';

export const show = staffReading<
  Parameters<ImportsApi['imports.show']>[0],
  ReturnType<ImportsApi['imports.show']>
>('cataloguer', v.strictObject({ runId: anId }), async (context, { runId }) => {
  const run = await context.db.get('importRuns', runId);
  if (!run) return refuse({ code: 'import_not_found' });
  return done({ run: runView(context, run), findings: findingsOf(run) });
});
