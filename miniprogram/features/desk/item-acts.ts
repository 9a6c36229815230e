import type { DeskItem } from '../../../typings/contract';
import { fenIn, textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { actsOn, type Sheet } from '../../lib/acts';
import { commentField } from '../../lib/asking';
import { act, type Input } from '../../lib/call';
import { branchHere } from './branch';

/**
 * What can be registered about a copy. Which of it is offered says item-view; the library has the last word.
 */
export const itemActs = actsOn<DeskItem>()({
  claim: {
    words: '读者称已还',
    run: ({ loan }) => act('desk.claimReturned', { loanId: loan?.loanId ?? '', claimed: true }),
    done: () => '已登记',
  },
  lookedFor: {
    words: '找过了，没找到',
    sure: ({ loan }) => ({
      title: '架上也没有？',
      content: `登记以后，这册书不再计入${loan?.readerName ?? '读者'}的可借册数和逾期，仍在找书名单里。`,
      yes: '登记',
      no: '再找找',
    }),
    run: ({ loan }) => act('desk.claimReturned', { loanId: loan?.loanId ?? '', claimed: true }),
  },
  unclaim: {
    words: '撤销“称已还”',
    run: ({ loan }) => act('desk.claimReturned', { loanId: loan?.loanId ?? '', claimed: false }),
    done: () => '已登记',
  },
  shelve: {
    words: '恢复上架',
    sheet: ({ status }) => ({
      note: status === 'lost' ? '找到遗失的书：按规则退还赔偿。' : '',
      fields: [commentField('备注', '', false)],
    }),
    run: (item, answers) => set(item, answers, { status: 'available' }),
  },
  damage: {
    words: '登记破损',
    sheet: damageSheet,
    run: ({ barcode }, answers) =>
      act('desk.damage', {
        barcode,
        condition: textIn(answers, 'condition'),
        ...amountIn(answers),
        repair: answers.repair === 'yes',
      }),
  },
  repair: {
    words: '送修',
    sheet: () => ({ fields: [commentField('原因', '', false)] }),
    run: (item, answers) => set(item, answers, { status: 'in_repair' }),
  },
  withdraw: {
    words: '剔除',
    sheet: () => ({
      heading: '剔除这册书',
      note: '剔除后不再外借，也不出现在检索里。',
      fields: [commentField('原因', '例如：严重破损，无法修补')],
    }),
    run: (item, answers) => set(item, answers, { status: 'withdrawn' }),
  },
  lost: {
    words: '登记遗失',
    sheet: lostSheet,
    run: ({ barcode }, answers) =>
      act('desk.declareLost', { barcode, ...amountIn(answers), ...commentIn(answers) }),
  },
  use: {
    words: '改用途',
    sheet: useSheet,
    run: (item, answers) => set(item, answers, { use: useOf(answers.use) }),
  },
});

export type ItemActName = keyof typeof itemActs;

/** What a copy is for, in the words of the desk. */
export const USES: Record<DeskItem['use'], string> = {
  loan: '可外借',
  on_site: '只供馆内阅览',
  reference: '参考，不外借',
};

const amount = (label: string, hint: string): AskField => ({
  name: 'amount',
  label,
  kind: 'money',
  value: '',
  hint,
});

function lostSheet({ loan }: DeskItem): Sheet {
  return loan
    ? {
        note: `借阅结束，赔偿记到 ${loan.readerName} 账上。找到后扫码还回，按规则退款。`,
        fields: [amount('另定赔偿金额', '不填按规则计算；另定要写理由'), commentField('理由', '', false)],
      }
    : {
        note: '这册书在馆内找不到，没有读者要赔。',
        fields: [commentField('备注', '例如：盘点两次没找到', false)],
      };
}

function damageSheet({ loan, lastLoan, condition }: DeskItem): Sheet {
  const payer = loan?.readerName ?? lastLoan?.readerName;
  return {
    note: '书况会显示给每一位经手的同事。',
    fields: [
      {
        name: 'condition',
        label: '哪里坏了',
        kind: 'lines',
        value: condition,
        required: true,
        placeholder: '例如：第 30 页撕破',
      },
      ...(payer === undefined ? [] : [amount(`向 ${payer} 收费`, '不填不收费')]),
      { name: 'repair', label: '送去修补', kind: 'switch', value: '', hint: '修好前不外借' },
    ],
    confirm: '登记',
  };
}

function useSheet({ use }: DeskItem): Sheet {
  return {
    fields: [
      {
        name: 'use',
        label: '用途',
        kind: 'choice',
        value: use,
        required: true,
        choices: Object.entries(USES).map(([id, name]) => ({ id, name })),
      },
      commentField('理由', '', false),
    ],
    confirm: '保存',
  };
}

async function set(
  { barcode }: DeskItem,
  answers: Answers,
  change: Pick<Input<'desk.setItem'>, 'status' | 'use'>,
) {
  return act('desk.setItem', {
    barcode,
    branchId: await branchHere(),
    ...change,
    ...commentIn(answers),
  });
}

function commentIn(answers: Answers): { comment?: string } {
  const comment = textIn(answers, 'comment');
  return comment ? { comment } : {};
}

function amountIn(answers: Answers): { amount?: number } {
  return answers.amount ? { amount: fenIn(answers, 'amount') } : {};
}

function useOf(answer = ''): DeskItem['use'] {
  return answer === 'on_site' || answer === 'reference' ? answer : 'loan';
}
