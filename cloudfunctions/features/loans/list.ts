import * as v from 'valibot';
import type { LoansApi } from '../../../typings/contract/loans';
import { policyFor } from '../../circulation/policy';
import { reading } from '../../kernel/operation';
import { done, isRefused } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerActedFor } from '../../reads/acting';
import { loansOf } from '../../reads/loans';
import { loanView } from '../../views/loans';

type Out = ReturnType<LoansApi['loans.list']>;

export const list = reading<{ readerId?: string }, Out>(
  v.strictObject({ readerId: v.optional(anId) }),
  async (context, { readerId }) => {
    const reader = await readerActedFor(context, readerId);
    if (isRefused(reader)) return reader;
    const { loanLimit } = policyFor(context.library.policies, {
      readerCategory: reader.category,
      itemType: '*',
      branchId: '*',
    });
    const loans = await loansOf(context, reader);
    return done({ list: loans.map((loan) => loanView(context.library, loan)), limit: loanLimit });
  },
);
