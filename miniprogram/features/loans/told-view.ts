import type { Loan, LocalDate } from '../../../typings/contract';
import type { Outcome, Output } from '../../lib/call';
import { longDate } from '../../lib/dates';
import type { RefusalLine } from '../../lib/refusals';
import { canRetry, headingOf, lines } from '../../lib/tell';
import { renewedAll } from './loans-view';

/** What became of a renewal, as its sheet says it. */
export interface Told {
  heading: string;
  line: string;
  lines: RefusalLine[];
  refused: ReturnType<typeof renewedAll>['refused'];
  /** What "重试" asks for again: a loan, "several", or nothing. */
  retry: string;
}

export function toldOfOne(outcome: Outcome<Loan>, loanId: string, today: LocalDate): Told {
  if (outcome.kind !== 'value') return notRenewed(outcome, loanId);
  const line = `新的到期日是 ${longDate(outcome.value.dueOn, today)}。`;
  return { heading: '续借成功', line, lines: [], refused: [], retry: '' };
}

export function toldOfAll(outcome: Outcome<Output<'loans.renewAll'>>, today: LocalDate): Told {
  if (outcome.kind !== 'value') return notRenewed(outcome, 'several');
  return { heading: '续借结果', lines: [], ...renewedAll(outcome.value, today), retry: '' };
}

function notRenewed(outcome: Outcome<unknown>, what: string): Told {
  return {
    heading: headingOf(outcome, '未能续借'),
    line: '',
    lines: lines(outcome) ?? [],
    refused: [],
    retry: canRetry(outcome) ? what : '',
  };
}
