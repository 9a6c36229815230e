import * as v from 'valibot';
import type { FeesApi } from '../../../typings/contract/fees';
import { mostToPay, settlement, type Share } from '../../circulation/money';
import type { AccountLineDocument, ReaderDocument } from '../../documents';
import { between, type Transaction } from '../../kernel/database';
import { anAmountOrNone, yuan } from '../../kernel/fen';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { addLines, putSettled, settling, type NewLine } from '../../steps/money';
import { nextReceipt, receiptView } from './receipts';

type Input = Parameters<FeesApi['fees.pay']>[0];
type Method = NonNullable<AccountLineDocument['method']>;

/** Charges that one payment settles at most: each is a few round trips of one transaction. */
const MOST_CHARGES = 100;

const METHOD_NAMES: Record<Method, string> = { cash: '现金', wechat: '微信', card: '刷卡', credit: '余额' };

/**
 * Settles open charges: the named ones, or the oldest first. Each charge's own document carries what is
 * open of it, the reader's what they owe; both are written, so that a waiver at the same moment makes
 * one of the two run again. Of an amount of 0 a credit that the reader has pays alone.
 */
export const pay = writing('fees.pay', {
  role: 'circulation',
  schema: v.strictObject({
    readerId: anId,
    amount: anAmountOrNone,
    lineIds: v.optional(
      v.pipe(
        v.array(anId),
        v.maxLength(MOST_CHARGES, `一次最多结清 ${MOST_CHARGES} 笔`),
        v.check((ids) => new Set(ids).size === ids.length, '同一笔费用只能写一次'),
      ),
    ),
    method: v.picklist(['cash', 'wechat', 'card']),
  }),
  prepare: async ({ db }, { readerId }) => {
    const open = await db.find('accountLines', {
      where: { readerId, open: between({ from: 1 }) },
      limit: 1000,
      fields: ['at'],
    });
    open.sort((a, b) => a.at.localeCompare(b.at) || a._id.localeCompare(b._id));
    return { openIds: open.map(({ _id }) => _id) };
  },
  run: async (context, { readerId, amount, lineIds, method }, transaction, { openIds }) => {
    const reader = await transaction.get('readers', readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    const open = await chargesWithin(transaction, reader, amount, lineIds ?? [], openIds);
    if (lineIds?.some((id) => !open.some(({ _id }) => _id === id))) return refuse({ code: 'line_not_found' });
    const charges = lineIds ? open.filter(({ _id }) => lineIds.includes(_id)) : open;
    const { owes, credit } = reader;
    const most = mostToPay({ charges, owes });
    if (amount > most) return refuse({ code: 'amount_too_high', amount, open: most });
    const { money, fromCredit } = settlement({ charges, allOpen: open, owes, credit }, amount);
    if (money.length + fromCredit.length === 0) return refuse({ code: 'amount_too_high', amount, open: 0 });

    const receipt = await nextReceipt(transaction);
    const lines = [
      ...paymentLines(money, open, { receipt, method, staffName: context.staff.name }),
      ...creditLines(fromCredit, open, readerId, { receipt, staffName: context.staff.name }),
    ];
    await settleCharges(transaction, open, lines);
    const added = await addLines(transaction, context, readerId, lines);
    return {
      value: receiptView(context, reader, receipt, added),
      log: {
        outcome: outcomeOf(amount, method, receipt, totalOf(fromCredit)),
        readerId,
        branchId: context.staff.branchId,
      },
    };
  },
});

/**
 * Open charges by their names: the named ones, then the oldest until there is enough to settle. What was
 * settled meanwhile is left out.
 */
const chargesWithin = async (
  transaction: Transaction,
  { _id: readerId, credit }: Pick<ReaderDocument, '_id' | 'credit'>,
  amount: number,
  named: readonly string[],
  openIds: readonly string[],
): Promise<AccountLineDocument[]> => {
  const charges: AccountLineDocument[] = [];
  const oldest = openIds.filter((id) => !named.includes(id));
  const covered = () => charges.reduce((sum, { open }) => sum + open, 0) >= amount + Math.max(0, credit);
  for (const id of [...named, ...oldest].slice(0, MOST_CHARGES)) {
    if (!named.includes(id) && covered()) break;
    const line = await transaction.get('accountLines', id);
    if (line && line.readerId === readerId && line.open > 0) charges.push(line);
  }
  return charges;
};

const paymentLines = (
  shares: readonly Share[],
  charges: readonly AccountLineDocument[],
  line: { receipt: string; method: Method; staffName: string },
): NewLine[] =>
  shares.flatMap(({ lineId, amount }, n) =>
    charges
      .filter(({ _id }) => _id === lineId)
      .map((charge) =>
        settling(charge, {
          ...line,
          _id: `pay_${line.receipt}_${line.method}_${n}`,
          kind: 'payment',
          amount: -amount,
        }),
      ),
  );

/** Payments out of the reader's credit, and the line that takes the credit up. */
const creditLines = (
  shares: readonly Share[],
  charges: readonly AccountLineDocument[],
  readerId: string,
  line: { receipt: string; staffName: string },
): NewLine[] => {
  const spent = totalOf(shares);
  if (spent === 0) return [];
  return [
    ...paymentLines(shares, charges, { ...line, method: 'credit' }),
    { ...line, _id: `spend_${line.receipt}`, readerId, kind: 'credit', amount: spent, reason: '余额抵扣' },
  ];
};

const totalOf = (shares: readonly Share[]): number => shares.reduce((sum, { amount }) => sum + amount, 0);

const settleCharges = async (
  transaction: Transaction,
  charges: readonly AccountLineDocument[],
  lines: readonly NewLine[],
): Promise<void> => {
  for (const charge of charges) {
    const own = lines.filter(({ settles }) => settles === charge._id);
    if (own.length > 0) await putSettled(transaction, charge, own);
  }
};

const outcomeOf = (amount: number, method: Input['method'], receipt: string, fromCredit: number): string =>
  [
    ...(amount > 0 ? [`收款 ${yuan(amount)}（${METHOD_NAMES[method]}）`] : []),
    ...(fromCredit > 0 ? [`余额抵扣 ${yuan(fromCredit)}`] : []),
    `收据 ${receipt}`,
  ].join('，');
