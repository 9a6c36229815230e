import type { DeskCall, DeskWork, JudgeChoice } from '../../typings/contract/work-desk';
import type { CallDraft } from '../../typings/contract/works';
import { isBlind, workNumber } from '../community/judging';
import { phaseOf } from '../community/works';
import type { CallDocument, JudgeSheetDocument, WorkDocument } from '../documents';
import type { StaffContext } from '../kernel/context';

const draftOf = (call: CallDocument): CallDraft => {
  const { kind, title, about, opensAt, closesAt, takes, longest, pictures, seconds } = call;
  const { groups, criteria, dropExtremes, wideSpread, prizes } = call;
  return {
    ...{ kind, title, about, opensAt, closesAt, takes, longest, pictures, seconds },
    ...{ groups, criteria, dropExtremes, wideSpread, prizes },
  };
};

interface Beside {
  staff: readonly JudgeChoice[];
  sheets: readonly JudgeSheetDocument[];
  works: readonly Pick<WorkDocument, 'state'>[];
}

/** How many of a judge's marks there are is no secret; what they are is. */
export const deskCall = (
  call: CallDocument,
  { staff, sheets, works }: Beside,
  { now, openid }: Pick<StaffContext, 'now' | 'openid'>,
): DeskCall => ({
  callId: call._id,
  phase: phaseOf(call, now),
  draft: draftOf(call),
  version: call.version,
  judges: call.judges.map(({ judgeId, name }) => {
    const marks = Object.values(sheets.find((sheet) => sheet.judgeId === judgeId)?.marks ?? {});
    return { judgeId, name, marked: marks.length, abstained: marks.filter(({ abstain }) => abstain).length };
  }),
  staff: [...staff],
  works: works.length,
  waiting: works.filter(({ state }) => state === 'sent').length,
  judging: isBlind(call, openid),
});

export const deskWork = (work: WorkDocument, call: CallDocument, author: string): DeskWork => ({
  workId: work.workId,
  number: workNumber(work.workId),
  title: work.sent?.title ?? '',
  group: call.groups.find(({ id }) => id === work.group)?.name ?? '',
  state: work.state,
  version: work.version,
  why: work.why,
  publish: work.publish,
  author,
  reports: work.reports.map(({ why }) => why),
  words: work.sent ?? { title: '', text: '', media: [] },
});
