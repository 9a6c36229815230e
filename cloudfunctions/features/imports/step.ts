import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { drive } from './drive';
import { MOST_A_STEP } from './limits';
import { runView } from './run-view';

/** The function is cut off after 20 seconds. */
const LEASE_MS = 25_000;

/**
 * Needs no request id: the run itself says which record is next, and a step that is asked for again goes on
 * from there.
 */
export const step = reading('imports.step', {
  role: 'cataloguer',
  schema: v.strictObject({
    runId: anId,
    records: v.pipe(
      v.number('请填写数字'),
      v.integer('请填写整数'),
      v.minValue(1, '至少一条'),
      v.maxValue(MOST_A_STEP, `最多 ${MOST_A_STEP} 条`),
    ),
  }),
  run: async (context, { runId, records }) => {
    const driven = await drive(context, runId, { records, leaseMs: LEASE_MS, lateMs: 0 });
    if (!driven) return refuse({ code: 'import_not_found' });
    return done(runView(context, driven.run, driven.lease));
  },
});
