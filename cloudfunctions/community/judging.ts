import type { Criterion } from '../../typings/contract/works';
import type { RankedWork } from '../../typings/contract/work-desk';
import type { Refusal } from '../../typings/contract/refusals';
import type { CallDocument, JudgeSheetDocument, WorkDocument, WorkMark } from '../documents';

/** From so many marks on the highest and the lowest may be left out. */
const EXTREMES_FROM = 5;

const rounded = (score: number): number => Math.round(score * 100) / 100;

/** What one judge's points make of a hundred; null: abstained. */
export const totalOf = (
  { points, abstain }: Pick<WorkMark, 'points' | 'abstain'>,
  criteria: readonly Criterion[],
) => {
  if (abstain) return null;
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const weighed = criteria.reduce(
    (sum, { id, most, weight }) => sum + ((points[id] ?? 0) / most) * weight,
    0,
  );
  return rounded((weighed / weights) * 100);
};

/** What is wrong with points: each criterion has its own, from nothing to its most, in halves. */
export const refusalsOfPoints = (
  { points, abstain }: Pick<WorkMark, 'points' | 'abstain'>,
  criteria: readonly Criterion[],
): Refusal[] =>
  abstain
    ? []
    : criteria.flatMap(({ id, name, most }): Refusal[] => {
        const given = points[id];
        const right = given !== undefined && given >= 0 && given <= most && Number.isInteger(given * 2);
        return right ? [] : [{ code: 'points_wrong', name, most }];
      });

/** The mean of the marks; of five or more without the highest and the lowest, where the call says so. */
export const scoreOf = (totals: readonly number[], dropExtremes: boolean): number => {
  const sorted = [...totals].sort((a, b) => a - b);
  const counted = dropExtremes && sorted.length >= EXTREMES_FROM ? sorted.slice(1, -1) : sorted;
  return rounded(counted.reduce((sum, total) => sum + total, 0) / counted.length);
};

/** What a work is called where nobody is to know whose it is. */
export const workNumber = (workId: string): string => workId.replace(/-/g, '').slice(0, 4).toUpperCase();

type Judged = Pick<CallDocument, 'criteria' | 'dropExtremes' | 'wideSpread' | 'groups' | 'prizes'>;
type Ranking = Pick<WorkDocument, 'workId' | 'group' | 'sent'>;

/** Marks of a work in no judge's order, lowest first. */
const totalsOf = (
  { workId }: Ranking,
  sheets: readonly Pick<JudgeSheetDocument, 'marks'>[],
  { criteria }: Judged,
): number[] =>
  sheets
    .flatMap(({ marks }) => {
      const mark = marks[workId];
      const total = mark ? totalOf(mark, criteria) : null;
      return total === null ? [] : [total];
    })
    .sort((a, b) => a - b);

/**
 * The ranking by rule: in each group by score, equal scores share their rank and the next one counts on
 * behind them; a prize is had by every rank up to its own. A work without a mark is in no ranking.
 */
export const ranking = (
  call: Judged,
  works: readonly Ranking[],
  sheets: readonly Pick<JudgeSheetDocument, 'marks'>[],
): RankedWork[] =>
  call.groups.flatMap(({ id }) => {
    const scored = works
      .filter(({ group }) => group === id)
      .map((work) => ({ work, marks: totalsOf(work, sheets, call) }))
      .filter(({ marks }) => marks.length > 0)
      .map(({ work, marks }) => ({ work, marks, score: scoreOf(marks, call.dropExtremes) }))
      .sort((a, b) => b.score - a.score || (a.work.workId < b.work.workId ? -1 : 1));
    return scored.map(({ work, marks, score }): RankedWork => {
      const rank = 1 + scored.filter((other) => other.score > score).length;
      const spread = rounded((marks.at(-1) ?? 0) - (marks[0] ?? 0));
      return {
        workId: work.workId,
        number: workNumber(work.workId),
        title: work.sent?.title ?? '',
        group: id,
        rank,
        prize: call.prizes.find(({ upTo }) => rank <= upTo)?.name ?? '',
        score,
        marks,
        spread,
        wide: spread >= call.wideSpread,
      };
    });
  });

/** Marks that each judge still owes. */
export const missingMarks = (
  { judges }: Pick<CallDocument, 'judges'>,
  works: readonly Pick<WorkDocument, 'workId'>[],
  sheets: readonly JudgeSheetDocument[],
): { name: string; count: number }[] =>
  judges
    .map(({ judgeId, name }) => {
      const sheet = sheets.find((each) => each.judgeId === judgeId);
      return { name, count: works.filter(({ workId }) => !sheet?.marks[workId]).length };
    })
    .filter(({ count }) => count > 0);

/** Why the ranking cannot be published yet. */
export const refusalsToDecide = (
  call: CallDocument,
  works: readonly Pick<WorkDocument, 'workId' | 'state'>[],
  sheets: readonly JudgeSheetDocument[],
): Refusal[] => {
  const waiting = works.filter(({ state }) => state === 'sent').length;
  const admitted = works.filter(({ state }) => state === 'admitted');
  const missing = missingMarks(call, admitted, sheets);
  const unmarked = admitted.find(
    ({ workId }) => !sheets.some(({ marks }) => marks[workId] && !marks[workId].abstain),
  );
  return [
    ...(call.judges.length === 0 ? [{ code: 'no_judges' } as const] : []),
    ...(waiting > 0 ? [{ code: 'works_waiting', count: waiting } as const] : []),
    ...(admitted.length === 0 ? [{ code: 'no_works_to_rank' } as const] : []),
    ...missing.map(({ name, count }) => ({ code: 'marks_missing', name, count }) as const),
    ...(unmarked && missing.length === 0
      ? [{ code: 'work_without_marks', number: workNumber(unmarked.workId) } as const]
      : []),
  ];
};

/**
 * Whoever judges sees neither authors nor what others gave, before it is decided, whatever else they may
 * do.
 */
export const isBlind = ({ judges, state }: Pick<CallDocument, 'judges' | 'state'>, openid: string): boolean =>
  state !== 'decided' && judges.some((judge) => judge.openid === openid);
