import * as v from 'valibot';
import type { LoansApi } from '../../../typings/contract/loans';
import type { Refusal } from '../../../typings/contract/refusals';
import { renewalOf } from '../../circulation/renewal';
import type { LoanFacts } from '../../circulation/renewal-facts';
import type { ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerActedFor } from '../../reads/acting';
import { loansOf, loanWithin } from '../../reads/loans';
import { renewLoan } from '../../steps/renewing';
import { loanView } from '../../views/loans';

type Out = ReturnType<LoansApi['loans.renewAll']>;

/**
 * Renews everything that can be renewed, in one transaction; each loan that cannot comes back with its own
 * reasons.
 */
export const renewAll = writing('loans.renewAll', {
  caller: 'reader',
  schema: v.strictObject({ readerId: v.optional(anId) }),
  prepare: async (context, { readerId }) => {
    const reader = await readerActedFor(context, readerId);
    if (isRefused(reader)) return reader;
    return { readerId: reader._id, loans: await loansOf(context, reader) };
  },
  run: async (context, _input, transaction, { readerId, loans }) => {
    const reader = await transaction.get('readers', readerId);
    if (!reader) return refuse({ code: 'no_card' });
    const out: Out = { renewed: [], refused: [] };
    for (const before of loans) {
      const outcome = await renewIfAllowed(transaction, context, reader, before);
      if (isRefused(outcome))
        out.refused.push({ loan: loanView(context.library, before), because: outcome.refusals });
      else out.renewed.push(loanView(context.library, outcome));
    }
    return {
      value: out,
      log: { outcome: `续借 ${out.renewed.length} 册，未续 ${out.refused.length} 册`, readerId },
    };
  },
});

/** What was looked up of all loans at once decides for each, but the loan itself, which is read again. */
const renewIfAllowed = async (
  transaction: Transaction,
  context: Context,
  reader: ReaderDocument,
  before: LoanFacts,
): Promise<LoanFacts | { refusals: Refusal[] }> => {
  const renewal = renewalOf(before);
  if (!renewal.allowed) return { refusals: renewal.because };
  const item = await loanWithin(transaction, before.loan.loanId);
  if (!item) return refuse({ code: 'loan_closed' });
  const { queue, freeCopies, otherOverdue } = before;
  return renewLoan(transaction, context, item, reader, {
    queue,
    freeCopies: () => freeCopies,
    otherOverdue,
    online: true,
  });
};
