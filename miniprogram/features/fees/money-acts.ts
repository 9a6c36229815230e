import type { FeesAccount, Receipt } from '../../../typings/contract';
import { fenIn, textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { actsOn, type Sheet } from '../../lib/acts';
import { commentField } from '../../lib/asking';
import { act } from '../../lib/call';
import { typedYuan, yuan } from '../../lib/money';
import type { AccountHead, MoneyLine } from './account-view';

/** A reader's account, and the line of it where an act is about one. */
export interface AtAccount {
  readerId: string;
  head: AccountHead;
  line?: MoneyLine;
}

/**
 * What can be done with money. Acts that take or give some answer with a receipt, the others with the
 * account.
 */
export const moneyActs = actsOn<AtAccount>()({
  pay: {
    words: '收款',
    sheet: paySheet,
    run: ({ readerId, line }, answers) =>
      act('fees.pay', {
        readerId,
        amount: amountIn(answers),
        method: methodOf(answers.method),
        ...(line ? { lineIds: [line.lineId] } : {}),
      }),
  },
  settle: {
    words: '用预存结清',
    sheet: () => ({
      note: '没付的费用从读者的预存里扣，不收钱，出一张收据。',
      fields: [],
      confirm: '结清，出收据',
    }),
    run: ({ readerId }) => act('fees.pay', { readerId, amount: 0, method: 'cash' }),
  },
  charge: {
    words: '记费用',
    sheet: () => ({
      heading: '记一笔费用',
      fields: [amount('金额'), reason('例如：复印 12 页')],
      confirm: '记账',
    }),
    run: ({ readerId }, answers) =>
      act('fees.charge', { readerId, amount: amountIn(answers), reason: textIn(answers, 'reason') }),
  },
  credit: {
    words: '记预存',
    sheet: () => ({
      note: '记在读者账上，以后的费用先从这里扣。',
      fields: [amount('金额'), reason('例如：活动退费转入')],
      confirm: '记账',
    }),
    run: ({ readerId }, answers) =>
      act('fees.credit', { readerId, amount: amountIn(answers), reason: textIn(answers, 'reason') }),
  },
  payDeposit: {
    words: '收押金',
    sheet: () => ({ fields: [amount('金额')], confirm: '收押金，出收据' }),
    run: ({ readerId }, answers) => act('fees.payDeposit', { readerId, amount: amountIn(answers) }),
  },
  returnDeposit: {
    words: '退押金',
    sheet: ({ head }) => ({
      note: `现有押金 ${head.depositText}。`,
      fields: [amount('金额', head.deposit, head.deposit), commentField('备注', '例如：读者退证')],
      confirm: '退押金，出收据',
    }),
    run: ({ readerId }, answers) =>
      act('fees.returnDeposit', { readerId, amount: amountIn(answers), comment: commentIn(answers) }),
  },
  waive: {
    words: '减免',
    sheet: ({ line }) => ({
      note: line?.what ?? '',
      fields: [amount('减免金额', line?.openFen, line?.openFen), commentField('理由', '例如：住院期间逾期')],
    }),
    run: ({ line }, answers) =>
      act('fees.waive', {
        lineId: line?.lineId ?? '',
        amount: amountIn(answers),
        comment: commentIn(answers),
      }),
  },
  refund: {
    words: '退款',
    sheet: ({ line }) => ({
      note: line ? `${line.when} 收的 ${yuan(line.paidFen)}` : '',
      fields: [amount('退款金额', line?.paidFen, line?.paidFen), commentField('理由', '例如：收错金额')],
    }),
    run: ({ line }, answers) =>
      act('fees.refund', {
        lineId: line?.lineId ?? '',
        amount: amountIn(answers),
        comment: commentIn(answers),
      }),
  },
});

type MoneyActName = keyof typeof moneyActs;

/** What is offered with the account as a whole. `settle`: the reader's credit covers what is open. */
export function accountActs(head: AccountHead, settle: boolean): { act: MoneyActName; name: string }[] {
  const offered: MoneyActName[] = [
    ...(settle ? (['settle'] as const) : []),
    'charge',
    'credit',
    'payDeposit',
    ...(head.deposit > 0 ? (['returnDeposit'] as const) : []),
  ];
  return offered.map((name) => ({ act: name, name: moneyActs[name].words }));
}

export function isReceipt(done: FeesAccount | Receipt): done is Receipt {
  return 'receipt' in done;
}

function paySheet({ head, line }: AtAccount): Sheet {
  const confirm = '收款，出收据';
  if (!line) {
    return {
      note: `共欠 ${yuan(head.owes)}。可以只收一部分，先还最早的。`,
      fields: [amount('金额', head.owes, head.owes), METHOD],
      confirm,
    };
  }
  const most = Math.min(line.openFen, head.owes);
  return { heading: '收这一笔', note: line.what, fields: [amount('金额', most, most), METHOD], confirm };
}

const METHOD: AskField = {
  name: 'method',
  label: '收款方式',
  kind: 'choice',
  value: 'cash',
  required: true,
  choices: [
    { id: 'cash', name: '现金' },
    { id: 'wechat', name: '微信' },
    { id: 'card', name: '刷卡' },
  ],
};

function amount(label: string, fen = 0, most?: number): AskField {
  return {
    name: 'amount',
    label,
    kind: 'money',
    value: typedYuan(fen),
    required: true,
    ...(most === undefined ? {} : { most }),
  };
}

function reason(placeholder: string): AskField {
  return { name: 'reason', label: '事由', kind: 'text', value: '', required: true, placeholder };
}

const amountIn = (answers: Answers) => fenIn(answers, 'amount');
const commentIn = (answers: Answers) => textIn(answers, 'comment');

function methodOf(answer = ''): 'cash' | 'wechat' | 'card' {
  return answer === 'wechat' || answer === 'card' ? answer : 'cash';
}
