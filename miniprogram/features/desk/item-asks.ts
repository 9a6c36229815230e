import type { DeskItem } from '../../../typings/contract';
import { fenIn, type Answers } from '../../components/ask-sheet/fields';
import { asking, commentField, type Asking } from '../../lib/asking';
import { act, type Outcome } from '../../lib/call';
import type { ItemAct } from './item-view';

/** The sheet of an act on a copy; undefined where the act needs no question. */
export function askAbout(what: ItemAct, item: DeskItem): Asking | undefined {
  const amount = (label: string, hint: string) =>
    ({ name: 'amount', label, kind: 'money', value: '', hint }) as const;
  switch (what) {
    case 'lost':
      return asking(what, {
        heading: '登记遗失',
        note: item.loan
          ? `借阅结束，赔偿记到 ${item.loan.readerName} 账上。找到后扫码还回，按规则退款。`
          : '这册书在馆内找不到，没有读者要赔。',
        fields: item.loan
          ? [amount('另定赔偿金额', '不填按规则计算；另定要写理由'), commentField('理由', '', false)]
          : [commentField('备注', '例如：盘点两次没找到', false)],
        confirm: '登记遗失',
      });
    case 'damage':
      return asking(what, {
        heading: '登记破损',
        note: '书况会显示给每一位经手的同事。',
        fields: [
          {
            name: 'condition',
            label: '哪里坏了',
            kind: 'lines',
            value: item.condition,
            required: true,
            placeholder: '例如：第 30 页撕破',
          },
          ...(item.loan || item.lastLoan
            ? [amount(`向 ${item.loan?.readerName ?? item.lastLoan?.readerName} 收费`, '不填不收费')]
            : []),
          { name: 'repair', label: '送去修补', kind: 'switch', value: '', hint: '修好前不外借' },
        ],
        confirm: '登记',
      });
    case 'repair':
      return asking(what, { heading: '送修', fields: [commentField('原因', '', false)], confirm: '送修' });
    case 'withdraw':
      return asking(what, {
        heading: '剔除这册书',
        note: '剔除后不再外借，也不出现在检索里。',
        fields: [commentField('原因', '例如：严重破损，无法修补')],
        confirm: '剔除',
      });
    case 'shelve':
      return asking(what, {
        heading: '恢复上架',
        note: item.status === 'lost' ? '找到遗失的书：按规则退还赔偿。' : '',
        fields: [commentField('备注', '', false)],
        confirm: '恢复上架',
      });
    case 'use':
      return asking(what, {
        heading: '改用途',
        fields: [
          {
            name: 'use',
            label: '用途',
            kind: 'choice',
            value: item.use,
            required: true,
            choices: [
              { id: 'loan', name: '可外借' },
              { id: 'on_site', name: '只供馆内阅览' },
              { id: 'reference', name: '参考，不外借' },
            ],
          },
          commentField('理由', '', false),
        ],
        confirm: '保存',
      });
    default:
      return undefined;
  }
}

/** Does it. `claim` and `unclaim` need no answers. */
export function doWithItem(
  what: string,
  item: DeskItem,
  branchId: string,
  answers: Answers,
): Promise<Outcome<unknown>> {
  const { barcode } = item;
  const said = (answers.comment ?? '').trim();
  const comment = said ? { comment: said } : {};
  const amount = answers.amount ? { amount: fenIn(answers, 'amount') } : {};
  switch (what) {
    case 'claim':
    case 'unclaim':
      return act('desk.claimReturned', { loanId: item.loan?.loanId ?? '', claimed: what === 'claim' });
    case 'lost':
      return act('desk.declareLost', { barcode, ...amount, ...comment });
    case 'damage':
      return act('desk.damage', {
        barcode,
        condition: (answers.condition ?? '').trim(),
        ...amount,
        repair: answers.repair === 'yes',
      });
    case 'use':
      return act('desk.setItem', { barcode, branchId, use: useOf(answers.use), ...comment });
    default:
      return act('desk.setItem', { barcode, branchId, status: statusOf(what), ...comment });
  }
}

function useOf(answer = ''): 'loan' | 'on_site' | 'reference' {
  return answer === 'on_site' || answer === 'reference' ? answer : 'loan';
}

function statusOf(what: string): 'available' | 'in_repair' | 'withdrawn' {
  return what === 'repair' ? 'in_repair' : what === 'withdraw' ? 'withdrawn' : 'available';
}
