import * as v from 'valibot';
import type { StaffContext } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { anId } from '../../kernel/validate';
import { showing } from '../../reads/found';
import { FOUND, findingsOf, runView } from './run-view';

export const show = reading('imports.show', {
  role: 'cataloguer',
  schema: v.strictObject({ runId: anId }),
  run: showing(FOUND, (context: StaffContext, run) => ({
    run: runView(context, run),
    findings: findingsOf(run),
  })),
});
