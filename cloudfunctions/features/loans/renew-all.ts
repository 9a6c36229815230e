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

/** More than any reader has open. */
const MOST_LOANS = 500;

type Out = ReturnType<LoansApi['loans.renewAll']>;

/**
 * Renews what can be renewed of the loans named, or of all, in one transaction; each that cannot comes back
 * with its own reasons. A loan that has ended meanwhile is left out: it is neither renewed nor refused.
 */
export const renewAll = writing('loans.renewAll', {
  caller: 'reader',
  schema: v.strictObject({
    readerId: v.optional(anId),
    loanIds: v.optional(v.pipe(v.array(anId), v.minLength(1), v.maxLength(MOST_LOANS))),
  }),
  prepare: async (context, { readerId, loanIds }) => {
    const reader = await readerActedFor(context, readerId);
    if (isRefused(reader)) return reader;
    const all = await loansOf(context, reader);
    return { readerId: reader._id, loans: all.filter(({ loan }) => loanIds?.includes(loan.loanId) ?? true) };
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
      log: {
        outcome: `续借 ${out.renewed.length} 册，未续 ${out.refused.length} 册`,
        readerId,
        counts: { figures: { renewals: out.renewed.length } },
      },
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
  const { queue, shelf, otherOverdue } = before;
  return renewLoan(transaction, context, item, reader, {
    queue,
    shelf: () => shelf,
    otherOverdue,
    online: true,
  });
};
