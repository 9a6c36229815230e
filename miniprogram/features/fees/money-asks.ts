import type { AskField, Answers } from '../../components/ask-sheet/fields';
import { fenIn } from '../../components/ask-sheet/fields';
import { asking, commentField, type Asking } from '../../lib/asking';
import { act, type Outcome } from '../../lib/call';
import { typedYuan, yuan } from '../../lib/money';
import type { FeesAccount, Receipt } from '../../../typings/contract';
import type { AccountHead, MoneyLine } from './account-view';

export type MoneyAct =
  'pay' | 'settle' | 'charge' | 'credit' | 'waive' | 'refund' | 'payDeposit' | 'returnDeposit';

const amount = (label: string, fen = 0, most?: number): AskField => ({
  name: 'amount',
  label,
  kind: 'money',
  value: typedYuan(fen),
  required: true,
  ...(most === undefined ? {} : { most }),
});

const method: AskField = {
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

const reason = (placeholder: string): AskField => ({
  name: 'reason',
  label: '事由',
  kind: 'text',
  value: '',
  required: true,
  placeholder,
});

/** The sheet of an act with money. A line is given for what is about one line. */
export function askMoney(what: MoneyAct, head: AccountHead, line?: MoneyLine): Asking {
  switch (what) {
    case 'pay':
      return line
        ? asking(what, {
            heading: '收这一笔',
            note: line.what,
            fields: [
              amount('金额', Math.min(line.openFen, head.owes), Math.min(line.openFen, head.owes)),
              method,
            ],
            confirm: '收款，出收据',
          })
        : asking(what, {
            heading: '收款',
            note: `共欠 ${yuan(head.owes)}。可以只收一部分，先还最早的。`,
            fields: [amount('金额', head.owes, head.owes), method],
            confirm: '收款，出收据',
          });
    case 'settle':
      return asking(what, {
        heading: '用预存结清',
        note: '没付的费用从读者的预存里扣，不收钱，出一张收据。',
        fields: [],
        confirm: '结清，出收据',
      });
    case 'charge':
      return asking(what, {
        heading: '记一笔费用',
        fields: [amount('金额'), reason('例如：复印 12 页')],
        confirm: '记账',
      });
    case 'credit':
      return asking(what, {
        heading: '记预存',
        note: '记在读者账上，以后的费用先从这里扣。',
        fields: [amount('金额'), reason('例如：活动退费转入')],
        confirm: '记账',
      });
    case 'waive':
      return asking(what, {
        heading: '减免',
        note: line?.what ?? '',
        fields: [
          amount('减免金额', line?.openFen, line?.openFen),
          commentField('理由', '例如：住院期间逾期'),
        ],
        confirm: '减免',
      });
    case 'refund':
      return asking(what, {
        heading: '退款',
        note: line ? `${line.when} 收的 ${yuan(line.paidFen)}` : '',
        fields: [amount('退款金额', line?.paidFen, line?.paidFen), commentField('理由', '例如：收错金额')],
        confirm: '退款',
      });
    case 'payDeposit':
      return asking(what, { heading: '收押金', fields: [amount('金额')], confirm: '收押金，出收据' });
    case 'returnDeposit':
      return asking(what, {
        heading: '退押金',
        note: `现有押金 ${head.depositText}。`,
        fields: [amount('金额', head.deposit, head.deposit), commentField('备注', '例如：读者退证')],
        confirm: '退押金，出收据',
      });
  }
}

type Done = FeesAccount | Receipt;

/** Does it. Acts that take or give money answer with a receipt, the others with the account. */
export function doMoney(
  what: string,
  readerId: string,
  answers: Answers,
  lineId?: string,
): Promise<Outcome<Done>> {
  const input = { readerId, amount: fenIn(answers, 'amount') };
  const said = { reason: (answers.reason ?? '').trim() };
  const comment = { comment: (answers.comment ?? '').trim() };
  switch (what as MoneyAct) {
    case 'pay':
      return act('fees.pay', {
        ...input,
        method: methodOf(answers.method),
        ...(lineId ? { lineIds: [lineId] } : {}),
      });
    case 'settle':
      return act('fees.pay', { readerId, amount: 0, method: 'cash' });
    case 'charge':
      return act('fees.charge', { ...input, ...said });
    case 'credit':
      return act('fees.credit', { ...input, ...said });
    case 'waive':
      return act('fees.waive', { lineId: lineId ?? '', amount: input.amount, ...comment });
    case 'refund':
      return act('fees.refund', { lineId: lineId ?? '', amount: input.amount, ...comment });
    case 'payDeposit':
      return act('fees.payDeposit', input);
    case 'returnDeposit':
      return act('fees.returnDeposit', { ...input, ...comment });
  }
}

export function isReceipt(done: Done): done is Receipt {
  return 'receipt' in done;
}

function methodOf(answer = ''): 'cash' | 'wechat' | 'card' {
  return answer === 'wechat' || answer === 'card' ? answer : 'cash';
}
