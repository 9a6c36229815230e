import type { LocalDate, Override } from '../../../typings/contract';
import type { Answers } from '../../components/ask-sheet/fields';
import { asking, commentField, type Asking } from '../../lib/asking';
import { addDays } from '../../lib/dates';

/** The sheet that sets refusals aside: why, and if need be a last day of the librarian's choice. */
export function askOverride(what: string, note: string, today: LocalDate, withDay = true): Asking {
  const day = {
    name: 'dueOn',
    label: '自定到期日',
    kind: 'date' as const,
    value: '',
    start: addDays(today, 1),
    end: addDays(today, 366),
    placeholder: '按规则计算',
  };
  return asking(what, {
    heading: '写明理由，放行',
    note,
    fields: [commentField('理由', '例如：读者赴外地，已电话核实'), ...(withDay ? [day] : [])],
    confirm: '放行',
  });
}

export function overrideFrom({ comment = '', dueOn = '' }: Answers): Override {
  return { comment: comment.trim(), ...(dueOn ? { dueOn } : {}) };
}
