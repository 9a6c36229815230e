import type { LocalDate, Override } from '../../../typings/contract';
import { textIn, type Answers } from '../../components/ask-sheet/fields';
import type { Act, Sheet } from '../../lib/acts';
import { commentField } from '../../lib/asking';
import { act, type Output } from '../../lib/call';
import { addDays } from '../../lib/dates';
import { rolesHere } from './branch';
import { deskLines } from './desk-refusals';
import { canOverride, learnOverrides } from './override-view';

/** The sheet that sets refusals aside: why, and if need be a last day of the librarian's choice. */
export function overrideSheet(note: string, today: LocalDate): Sheet {
  return {
    heading: '写明理由，放行',
    note,
    fields: [
      commentField('理由', '例如：读者赴外地，已电话核实'),
      {
        name: 'dueOn',
        label: '自定到期日',
        kind: 'date',
        value: '',
        start: addDays(today, 1),
        end: addDays(today, 366),
        placeholder: '按规则计算',
      },
    ],
    confirm: '放行',
  };
}

export function overrideFrom(answers: Answers): Override {
  const dueOn = answers.dueOn ?? '';
  return { comment: textIn(answers, 'comment'), ...(dueOn ? { dueOn } : {}) };
}

/** Renews a loan; what stands against it is set aside with a reason, where somebody here may. */
export const renew: Act<{ loanId: string; today: LocalDate }, Output<'desk.renew'>> = {
  words: '续借',
  run: ({ loanId }, answers) =>
    act('desk.renew', { loanId, ...(answers.comment ? { override: overrideFrom(answers) } : {}) }),
  override(refusals, { today }) {
    if (!canOverride(learnOverrides(refusals), rolesHere())) return undefined;
    const why = deskLines(refusals, today).map(({ text }) => text);
    return overrideSheet(why.join(''), today);
  },
};
