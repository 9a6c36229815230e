import type { LocalDate } from '../../../typings/contract/shapes';
import type { ClosureDocument, ClosureMoveDocument } from '../../documents';
import type { Telling } from '../../steps/notices';

const LOANS_PAGE = '/features/loans/pages/mine/index';
const HOLDS_PAGE = '/features/holds/pages/mine/index';

const daysText = ({ from, to }: Pick<ClosureDocument, 'from' | 'to'>): string =>
  from === to ? from : `${from} 至 ${to}`;

/** "因“装修”于 2026-12-01 闭馆", or "自 2026-12-01 起每周一闭馆" where the week itself has changed. */
const closedText = (closure: ClosureDocument): string =>
  closure.weekBefore
    ? `自 ${closure.from} 起${closure.why}`
    : `因“${closure.why}”于 ${daysText(closure)} 闭馆`;

const numbersText = ({ loans, holds }: Pick<ClosureMoveDocument, 'loans' | 'holds'>): string =>
  [loans.length > 0 && `${loans.length} 册借阅的到期日`, holds.length > 0 && `${holds.length} 本预约的取书日`]
    .filter(Boolean)
    .join('、');

export const movedOccasion = (closureId: string, readerId: string): string =>
  `closure_${closureId}_${readerId}`;

/** Days of a branch were closed: what that moved for one reader, in one notice. */
export const closureMoved = (
  closure: ClosureDocument,
  branchName: string,
  move: ClosureMoveDocument,
  today: LocalDate,
): Telling => ({
  // Who would come tomorrow morning has to know tonight.
  ...(closure.from <= today && { urgent: true as const }),
  occasion: movedOccasion(closure._id, move.readerId),
  readerId: move.readerId,
  topic: 'closure',
  title: `${branchName}闭馆，日期已顺延`,
  body: `${branchName}${closedText(closure)}。您有 ${numbersText(move)}已顺延，不会算作逾期。`,
  link: move.loans.length > 0 ? LOANS_PAGE : HOLDS_PAGE,
  facts: {
    branch: branchName,
    day: closure.from,
    why: closure.why,
    count: String(move.loans.length + move.holds.length),
  },
});

/** The closure was taken back: dates that nobody changed since are as before. */
export const closureUndone = (
  closure: ClosureDocument,
  branchName: string,
  move: ClosureMoveDocument,
): Telling => ({
  occasion: `closure_undone_${closure._id}_${move.readerId}`,
  readerId: move.readerId,
  topic: 'closure',
  title: `${branchName}照常开放，日期已恢复`,
  body: `${branchName}${closure.weekBefore ? '恢复原来的开放时间' : ` ${daysText(closure)} 照常开放`}。您顺延过的 ${move.givenBack} 项日期已恢复原来的日子，请留意。`,
  link: move.loans.length > 0 ? LOANS_PAGE : HOLDS_PAGE,
  facts: { branch: branchName, day: closure.from, why: '照常开放', count: String(move.givenBack) },
});
