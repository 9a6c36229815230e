import * as v from 'valibot';
import type { ImportRunDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { ofFound } from '../../steps/found';
import { FOUND, runView } from './run-view';

/** Whoever is driving it sees it with the next batch. What it leaves behind is tidied up by the timer. */
export const stop = writing('imports.stop', {
  role: 'cataloguer',
  schema: v.strictObject({ runId: anId }),
  run: ofFound(FOUND, async (context: StaffContext, _input, transaction, run) => {
    if (run.status !== 'running') return refuse({ code: 'import_ended' });
    const stopped: ImportRunDocument = {
      ...run,
      status: 'stopped',
      finishedAt: context.now,
      changedAt: context.now,
      lease: null,
    };
    await transaction.put('importRuns', stopped);
    const { fileName, done, records, settings } = run;
    return {
      value: runView(context, stopped),
      log: { outcome: `停止导入“${fileName}”，已导入 ${done}/${records} 条`, branchId: settings.branchId },
    };
  }),
});
