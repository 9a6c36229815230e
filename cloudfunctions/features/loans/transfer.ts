import * as v from 'valibot';
import type { Refusal } from '../../../typings/contract/refusals';
import { pastLoan } from '../../circulation/check-in';
import { stateAfter } from '../../circulation/life';
import { ITEM_LIFE } from '../../circulation/lives';
import { onThisLoan, rulesOfLoan, type ItemOnLoan } from '../../circulation/open-loan';
import { loanFacts } from '../../circulation/renewal-facts';
import {
  asCheckOut,
  refusalsToOffer,
  refusalsToTransfer,
  type TransferFacts,
} from '../../circulation/transfer';
import type { ItemDocument, QueuedHold, ReaderDocument } from '../../documents';
import { countedLoan } from '../../figures/line-counts';
import type { Context } from '../../kernel/context';
import { barcodeOfLoan } from '../../kernel/loan-id';
import { reading, writing } from '../../kernel/operation';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { readTransferCode, transferCode, type TransferScan } from '../../kernel/transfer-code';
import { aScan, anId } from '../../kernel/validate';
import { readerActedFor } from '../../reads/acting';
import { readerAsking } from '../../reads/asking';
import { checkOutFacts } from '../../reads/check-out-facts';
import { loansOf } from '../../reads/loans';
import { endLoan, endedLoan } from '../../steps/checking-in';
import { lend } from '../../steps/checking-out';
import { loanHandedOn } from '../../steps/loan-notices';
import { tell } from '../../steps/notices';
import { loanView } from '../../views/loans';

/**
 * A code for another reader to take a loan over. It names the open loan, and a hand-over ends that loan: so
 * it is good once.
 */
export const offerTransfer = reading('loans.offerTransfer', {
  caller: 'reader',
  schema: v.strictObject({ loanId: anId }),
  run: async (context, { loanId }) => {
    const item = onThisLoan(await context.db.get('items', barcodeOfLoan(loanId)), loanId);
    if (!item) return refuse({ code: 'loan_not_found' });
    const reader = await readerActedFor(context, item.loan.readerId);
    if (isRefused(reader)) return reader;
    const refusals = refusalsToOffer({
      ...context,
      item,
      rulesOfLoan: rulesOfLoan(context.library, item),
    });
    if (refusals.length > 0) return { refusals };
    const loan = (await loansOf(context, reader)).find((each) => each.loan.loanId === loanId);
    if (!loan) return refuse({ code: 'loan_not_found' });
    return done({
      ...transferCode(loanId, context.now, context.library.keys),
      loan: loanView(context.library, loan),
    });
  },
});

/** What a code would hand over, and every reason why this reader may not take it. */
export const lookAtTransfer = reading('loans.lookAtTransfer', {
  caller: 'reader',
  schema: v.strictObject({ code: aScan }),
  run: async (context, { code }) => {
    const scan = readTransferCode(code, context.now, context.library.keys);
    if (scan.kind !== 'loan') return refuse(refusalOf(scan));
    const item = onThisLoan(await context.db.get('items', barcodeOfLoan(scan.loanId)), scan.loanId);
    const reader = await readerAsking(context);
    if (!reader) return refuse({ code: 'no_card' });
    if (!item) return refuse({ code: 'transfer_code_not_valid' });
    const queue = (await context.db.get('holdQueues', item.titleId))?.holds ?? [];
    return done({
      title: item.title,
      fromName: maskedName(item.loan.readerName),
      dueOn: item.loan.dueOn,
      refusals: refusalsToTransfer(await transferFacts(context, item, reader, queue)),
    });
  },
});

/**
 * A loan passes from one reader to another in one transaction, by all rules of a return and of a loan. The
 * copy's document holds the loan: of two who scan the same code, or a desk that takes the copy back
 * meanwhile, one comes first.
 */
export const takeTransfer = writing('loans.takeTransfer', {
  caller: 'reader',
  schema: v.strictObject({ code: aScan }),
  run: async (context, { code }, transaction) => {
    const scan = readTransferCode(code, context.now, context.library.keys);
    if (scan.kind !== 'loan') return refuse(refusalOf(scan));
    const asking = await readerAsking(context);
    const reader = asking && (await transaction.get('readers', asking._id));
    if (!reader) return refuse({ code: 'no_card' });
    const item = onThisLoan(await transaction.get('items', barcodeOfLoan(scan.loanId)), scan.loanId);
    if (!item) return refuse({ code: 'transfer_code_not_valid' });
    const queue = (await transaction.get('holdQueues', item.titleId))?.holds ?? [];
    const facts = await transferFacts(context, item, reader, queue);
    const refusals = refusalsToTransfer(facts);
    if (refusals.length > 0) return { refusals };
    const { loan } = item;
    await endLoan(transaction, context, item, { returnedOn: context.today, staffName: '' });
    const given: ItemDocument = {
      ...item,
      status: stateAfter(ITEM_LIFE, 'hand_over', item.status),
      loan: null,
      lastLoan: pastLoan(loan, context.now, 'hand_over'),
    };
    const order = { item: given, reader, branchId: loan.branchId, onSite: false };
    const lent = await lend(transaction, context, order, asCheckOut(facts), queue);
    await tell(transaction, context, loanHandedOn(loan, item.title.title, maskedName(reader.name)));
    return {
      value: loanView(
        context.library,
        loanFacts(context, lent.item, lent.reader, {
          queue,
          shelf: facts.shelf,
          otherOverdue: 0,
          online: true,
        }),
      ),
      log: {
        outcome: `转借给另一位读者，${lent.item.loan.dueOn} 到期`,
        readerId: loan.readerId,
        barcode: item._id,
        titleName: item.title.title,
        branchId: loan.branchId,
        ended: endedLoan(item, context.today),
        lent: item.titleId,
        counts: countedLoan(lent),
      },
    };
  },
});

const transferFacts = async (
  context: Context,
  item: ItemOnLoan,
  reader: ReaderDocument,
  queue: readonly QueuedHold[],
): Promise<TransferFacts> => {
  const lending = { item, reader, branchId: item.loan.branchId, onSite: false };
  const facts = await checkOutFacts(context, lending, queue);
  return { ...facts, item, rulesOfLoan: rulesOfLoan(context.library, item) };
};

const refusalOf = (scan: Exclude<TransferScan, { kind: 'loan' }>): Refusal =>
  scan.kind === 'expired' ? { code: 'transfer_code_expired' } : { code: 'transfer_code_not_valid' };

/** "林**": enough to know whom one stands in front of. */
const maskedName = (name: string): string => `${name.slice(0, 1)}${'*'.repeat(Math.max(1, name.length - 1))}`;
