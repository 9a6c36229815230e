import type {
  DeskCall,
  DeskCallRow,
  DeskWork,
  JudgedWork,
  LocalDate,
  RankedWork,
  WorkDeskApi,
} from '../../../typings/contract';
import { phaseTag, rowOfCall, takesWords, whenWords, workTag, type CallRowView } from './call-view';
import { callActs, type CallFacts } from './desk-acts';

interface DeskRow extends CallRowView {
  works: string;
  waiting: number;
}

export const deskRows = (list: readonly DeskCallRow[], today: LocalDate): DeskRow[] =>
  list.map((call) => ({
    ...rowOfCall(call, today),
    works: `${call.works} 件`,
    waiting: call.waiting,
  }));

type ActName = keyof typeof callActs;
const named = (...ids: ActName[]): { id: string; words: string }[] =>
  ids.map((id) => ({ id, words: callActs[id].words }));

export interface RunView {
  title: string;
  tag: ReturnType<typeof phaseTag>;
  when: string;
  takes: string;
  figures: { name: string; count: string }[];
  parts: { id: string; words: string }[];
  ways: { id: string; words: string }[];
  judges: { judgeId: string; name: string; text: string }[];
  isContest: boolean;
  /** The ranking is there to be looked at. */
  ranks: boolean;
  judging: boolean;
  canDecide: boolean;
  facts: CallFacts;
}

export const runView = (call: DeskCall, today: LocalDate): RunView => {
  const { draft, phase, callId, version, staff } = call;
  const isContest = draft.kind === 'contest';
  const isOver = phase === 'decided' || phase === 'called_off';
  const judges = call.judges.map(({ judgeId, name }) => ({ judgeId, name }));
  const others = staff.filter(({ judgeId }) => !judges.some((each) => each.judgeId === judgeId));
  return {
    title: draft.title,
    tag: phaseTag(phase),
    when: whenWords({ ...draft, callId, phase }, today),
    takes: takesWords(draft),
    figures: [
      { name: '投稿', count: String(call.works) },
      { name: '待审看', count: String(call.waiting) },
      ...(isContest ? [{ name: '评委', count: String(judges.length) }] : []),
    ],
    parts: isOver ? [] : named('words', 'times', 'groups', ...(isContest ? (['criteria'] as const) : [])),
    ways: isOver ? [] : named(...(phase === 'draft' ? (['announce'] as const) : []), 'callOff'),
    judges: call.judges.map(({ judgeId, name, marked, abstained }) => ({
      ...{ judgeId, name },
      text: [`已评 ${marked} 件`, abstained > 0 && `弃权 ${abstained}`].filter(Boolean).join('，'),
    })),
    isContest,
    ranks: isContest && (phase === 'judging' || phase === 'decided') && !call.judging,
    judging: call.judging,
    canDecide: phase === 'judging',
    facts: { callId, version, draft, others, judges },
  };
};

export interface WorkLookView {
  workId: string;
  version: number;
  title: string;
  facts: string;
  text: string;
  tag: ReturnType<typeof workTag>;
  media: { mediaId: string; words: string }[];
  reports: string[];
  /** Words of the two decisions; "" where one cannot be taken. */
  allow: string;
  sendBack: string;
}

/** `word`: what the call takes beside words. */
export const lookRows = (list: readonly DeskWork[], word: string): WorkLookView[] =>
  list.map((work) => ({
    workId: work.workId,
    version: work.version,
    title: work.title,
    facts: [`${work.number} 号`, work.group, work.author, !work.publish && '不公开']
      .filter(Boolean)
      .join(' · '),
    text: work.words.text,
    tag: workTag(work.state),
    media: work.words.media.map((mediaId, n) => ({ mediaId, words: `${word} ${n + 1}` })),
    reports: work.reports,
    allow: work.state === 'sent' ? '通过' : work.reports.length > 0 ? '没有问题' : '',
    sendBack: work.state === 'returned' ? '' : '退回',
  }));

const WHICH = [
  { id: 'waiting', name: '待审看' },
  { id: 'reported', name: '被举报' },
  { id: 'all', name: '全部' },
] as const;
export type Which = (typeof WHICH)[number]['id'];
export const isWhich = (id: string | undefined): id is Which => WHICH.some((each) => each.id === id);

export const whichChips = (counts: Record<Which, number>): { id: Which; name: string }[] =>
  WHICH.map(({ id, name }) => ({ id, name: counts[id] > 0 ? `${name} ${counts[id]}` : name }));

export interface RankRow {
  workId: string;
  rank: number;
  title: string;
  number: string;
  prize: string;
  score: string;
  marks: string;
  wide: boolean;
  /** The group, where it is another one than that of the row before. */
  group: string;
}

export const rankRows = (
  list: readonly RankedWork[],
  groups: readonly { id: string; name: string }[],
): RankRow[] =>
  list.map((work, n) => ({
    ...{ workId: work.workId, rank: work.rank, title: work.title, number: work.number },
    ...{ prize: work.prize, wide: work.wide, score: work.score.toFixed(2).replace(/\.?0+$/, '') },
    marks: `${work.marks.join('、')}${work.marks.length > 1 ? `，相差 ${work.spread}` : ''}`,
    group: list[n - 1]?.group === work.group ? '' : (groups.find(({ id }) => id === work.group)?.name ?? ''),
  }));

type Results = ReturnType<WorkDeskApi['workDesk.results']>;
export const missingWords = ({ missing }: Results): string =>
  missing.map(({ name, count }) => `${name}还差 ${count} 件`).join('，');

interface JudgeRow {
  workId: string;
  title: string;
  facts: string;
  mark: string;
}

export const judgeRows = (list: readonly JudgedWork[]): JudgeRow[] =>
  list.map(({ workId, number, title, group, mark }) => ({
    workId,
    title,
    facts: `${number} 号 · ${group}`,
    mark: mark === null ? '' : mark.abstain ? '弃权' : `${mark.total ?? 0} 分`,
  }));
