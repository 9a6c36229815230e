import * as v from 'valibot';
import type { Refusal } from '../../../typings/contract/refusals';
import { refusalsToOverride } from '../../circulation/override';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { loanWithin } from '../../reads/loans';
import { forOneRenewal, renewLoan, renewedLine } from '../../steps/renewing';
import { anOverride } from './check-out';
import { deskLoan } from './desk-loan';

/** Renews for a reader at the desk; staff may set refusals aside and choose the last day themselves. */
export const renew = writing('desk.renew', {
  role: 'circulation',
  schema: v.strictObject({ loanId: anId, override: v.optional(anOverride) }),
  run: async (context, { loanId, override }, transaction) => {
    const item = await loanWithin(transaction, loanId);
    const reader = item && (await transaction.get('readers', item.loan.readerId));
    if (!item || !reader) return refuse({ code: 'loan_not_found' });
    const needs = await forOneRenewal(context, item, reader);
    let codes: string[] = [];
    const renewed = await renewLoan(
      transaction,
      context,
      item,
      reader,
      { ...needs, online: false },
      override && {
        ...(override.dueOn && { dueOn: override.dueOn }),
        setAside: (refusals: Refusal[]) => {
          codes = refusals.map(({ code }) => code);
          return refusalsToOverride({
            refusals,
            comment: override.comment,
            staff: context.staff,
            overrides: context.library.settings.overrides,
          });
        },
      },
    );
    if (isRefused(renewed)) return renewed;
    return {
      value: deskLoan(renewed.item, context),
      log: {
        ...renewedLine(renewed),
        branchId: context.staff.branchId,
        ...(override && { override: { codes, comment: override.comment } }),
      },
    };
  },
});
