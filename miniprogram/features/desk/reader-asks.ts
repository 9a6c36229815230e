import type { LocalDate } from '../../../typings/contract';
import type { Answers } from '../../components/ask-sheet/fields';
import { asking, commentField, type Asking } from '../../lib/asking';
import { act, type Input, type Outcome } from '../../lib/call';
import { addDays } from '../../lib/dates';
import type { Choice } from './categories';

export type ReaderAct = 'unblock' | 'unsuspend' | 'extend' | 'category' | 'block' | 'password' | 'replace';

/** The sheet of an act on a reader's card. Every change says why: it stands in the log and the reader can see it. */
export function askReader(
  what: ReaderAct,
  facts: { category: string; expiresOn: LocalDate },
  today: LocalDate,
  categories: Choice[],
): Asking {
  switch (what) {
    case 'unblock':
      return asking(what, { heading: '解除停借', fields: [commentField()], confirm: '解除' });
    case 'unsuspend':
      return asking(what, { heading: '提前解除暂停借阅', fields: [commentField()], confirm: '解除' });
    case 'extend': {
      const from = facts.expiresOn > today ? facts.expiresOn : today;
      return asking(what, {
        heading: '续期',
        note: '请先核对证件。',
        fields: [
          {
            name: 'expiresOn',
            label: '有效到',
            kind: 'date',
            value: addDays(from, 365),
            required: true,
            start: today,
            end: addDays(today, 3660),
          },
          commentField('备注', '例如：身份证已核对'),
        ],
        confirm: '续期',
      });
    }
    case 'category':
      return asking(what, {
        heading: '换读者类别',
        note: '借阅册数和借期按新类别计算，在借的书不变。',
        fields: [
          {
            name: 'category',
            label: '类别',
            kind: 'choice',
            value: facts.category,
            required: true,
            choices: categories,
          },
          commentField(),
        ],
        confirm: '保存',
      });
    case 'block':
      return asking(what, {
        heading: '停借',
        note: '原因会显示给读者。',
        fields: [
          {
            name: 'reason',
            label: '原因',
            kind: 'text',
            value: '',
            required: true,
            placeholder: '例如：遗失图书未处理',
          },
          {
            name: 'until',
            label: '停到哪天',
            kind: 'date',
            value: '',
            start: addDays(today, 1),
            end: addDays(today, 3660),
            placeholder: '不限，直到解除',
          },
          commentField('备注'),
        ],
        confirm: '停借',
      });
    case 'password':
      return asking(what, {
        heading: '重设密码',
        note: '请核对证件后当面告诉读者，读者可在小程序里再改。',
        fields: [
          {
            name: 'password',
            label: '新密码',
            kind: 'password',
            value: '',
            required: true,
            hint: '6 位数字',
          },
          commentField('备注', '例如：身份证已核对'),
        ],
        confirm: '重设',
      });
    case 'replace':
      return asking(what, {
        heading: '补证',
        note: '换一个新证号，旧证立即停用；在借的书、预约和账目都跟着新证。',
        fields: [
          {
            name: 'reason',
            label: '为什么',
            kind: 'choice',
            value: 'lost',
            required: true,
            choices: [
              { id: 'lost', name: '遗失' },
              { id: 'replaced', name: '损坏换新' },
            ],
          },
        ],
        confirm: '补证',
      });
  }
}

type Change = Omit<Input<'desk.changeReader'>, 'readerId' | 'comment'>;

/** Does it. A replaced card resolves with its new number. */
export function doWithReader(
  what: string,
  readerId: string,
  answers: Answers,
): Promise<Outcome<{ cardNumber: string } | { readerId: string }>> {
  if (what === 'replace') {
    return act('desk.replaceCard', { readerId, reason: answers.reason === 'replaced' ? 'replaced' : 'lost' });
  }
  const comment = (answers.comment ?? '').trim();
  return act('desk.changeReader', { readerId, ...changeOf(what, answers), comment });
}

function changeOf(what: string, answers: Answers): Change {
  switch (what) {
    case 'unblock':
      return { block: null };
    case 'unsuspend':
      return { suspendedUntil: null };
    case 'extend':
      return { expiresOn: answers.expiresOn ?? '' };
    case 'category':
      return { category: answers.category ?? '' };
    case 'block':
      return { block: { reason: (answers.reason ?? '').trim(), until: answers.until || null } };
    default:
      return { password: answers.password ?? '' };
  }
}
