import * as v from 'valibot';
import { policyFor } from '../../circulation/policy';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { forReaderActed } from '../../reads/acting';
import { loansOf } from '../../reads/loans';
import { loanView } from '../../views/loans';

export const list = reading('loans.list', {
  caller: 'reader',
  schema: v.strictObject({ readerId: v.optional(anId) }),
  run: forReaderActed(async (context, reader) => {
    const { loanLimit } = policyFor(context.library.policies, {
      readerCategory: reader.category,
      itemType: '*',
      branchId: '*',
    });
    const loans = await loansOf(context, reader);
    return done({ list: loans.map((loan) => loanView(context.library, loan)), limit: loanLimit });
  }),
});
