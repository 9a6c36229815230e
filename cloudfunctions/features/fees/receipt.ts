import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { noteLook } from '../../steps/looks';
import { receiptView } from './receipts';

/** A receipt again, from its lines. */
export const receipt = reading('fees.receipt', {
  role: 'circulation',
  schema: v.strictObject({ receipt: anId, readerId: anId }),
  run: async (context, { receipt: number, readerId }) => {
    const [reader, lines] = await Promise.all([
      context.db.get('readers', readerId),
      context.db.find('accountLines', { where: { receipt: number, readerId }, limit: 100 }),
    ]);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    if (lines.length === 0) return refuse({ code: 'line_not_found' });
    await noteLook(context, readerId, 'fees.receipt');
    lines.sort((a, b) => order(a._id) - order(b._id) || a._id.localeCompare(b._id));
    return done(receiptView(context, reader, number, lines));
  },
});

/** Money first, then what a credit paid, and the deduction last, as it was printed. */
const order = (lineId: string): number => {
  if (lineId.startsWith('spend_')) return 2;
  return /_credit_\d+$/.test(lineId) ? 1 : 0;
};
