import type { ImportFindings, ImportPlace, ImportRun, LocalDate } from '../../../typings/contract';
import { moment } from '../../lib/dates';
import { faultWords, fileFaultWords, sameBookWords, warningWords, withdrawnWords } from './fault-words';

type Tone = 'good' | 'soon' | 'urgent' | 'quiet';

const STATUS: Record<ImportRun['status'], { status: string; tone: Tone }> = {
  running: { status: '导入中', tone: 'soon' },
  finished: { status: '已完成', tone: 'good' },
  stopped: { status: '已停止', tone: 'quiet' },
  failed: { status: '未完成', tone: 'urgent' },
};

interface RunCard {
  runId: string;
  fileName: string;
  who: string;
  running: boolean;
  status: string;
  tone: Tone;
  /** What was added, changed and unchanged; what did not happen is left out. */
  result: string;
  problems: string;
  done: string;
  percent: number;
}

export function runCard(run: ImportRun, today: LocalDate): RunCard {
  return {
    runId: run.runId,
    fileName: run.fileName,
    who: `${run.startedBy} ${moment(run.startedAt, today)}`,
    running: run.status === 'running',
    ...STATUS[run.status],
    result: countsLine(run.titles),
    problems: problemsLine(run),
    done: `${run.done} / ${run.records} 条`,
    percent: percentOf(run),
  };
}

const percentOf = ({ done, records }: Pick<ImportRun, 'done' | 'records'>): number =>
  records === 0 ? 0 : Math.min(100, Math.floor((done / records) * 100));

function countsLine({ added, changed, unchanged }: ImportRun['titles']): string {
  const parts = [
    ['新增', added],
    ['更新', changed],
    ['未变', unchanged],
  ] as const;
  const said = parts.filter(([, count]) => count > 0).map(([word, count]) => `${word} ${count} 种`);
  return said.join('　');
}

function problemsLine({ totals }: ImportRun): string {
  return FINDINGS.filter(({ id }) => totals[id] > 0)
    .map(({ id, name }) => `${name} ${totals[id]}`)
    .join('　');
}

type FindingId = keyof ImportRun['totals'];

const FINDINGS: { id: FindingId; name: string; about: string }[] = [
  { id: 'broken', name: '有误', about: '这些记录读不出来，没有导入。改好后可以再导入，其余不受影响。' },
  { id: 'warnings', name: '存疑', about: '这些记录已导入，但有一处没有收入或要核对。' },
  { id: 'duplicates', name: '可能重复', about: '像是同一本书的两条书目，都保留着。核对后请技术同事合并。' },
  {
    id: 'withdrawn',
    name: '来源已撤',
    about: '来源里已没有这些书目。本馆的书目和复本都没有动，要剔除请逐册办理。',
  },
];

export interface FindingRow {
  key: string;
  /** Where in the file, or which title. */
  head: string;
  text: string;
  /** Titles that can be looked at. */
  titles: { titleId: string; title: string }[];
}

export function findingRows(findings: ImportFindings, isList: boolean): Record<FindingId, FindingRow[]> {
  const place = ({ number, offset }: ImportPlace) =>
    isList ? `第 ${offset} 行（第 ${number} 条）` : `第 ${number} 条（第 ${offset} 字节）`;
  return {
    broken: findings.broken.map((each) => row(place(each), faultWords(each.fault))),
    warnings: findings.warnings.map((each, n) => ({
      ...row(place(each), warningWords(each.warning)),
      key: `w${n}`,
    })),
    duplicates: findings.duplicates.map(({ titleId, title, otherId, otherTitle, why }) => ({
      ...row(sameBookWords[why], ''),
      key: `${titleId} ${otherId}`,
      titles: [
        { titleId, title },
        { titleId: otherId, title: otherTitle },
      ],
    })),
    withdrawn: findings.withdrawn.map(({ titleId, title, copies, why }) => ({
      ...row(withdrawnWords[why], copies > 0 ? `馆藏 ${copies} 册` : '没有馆藏'),
      key: titleId,
      titles: [{ titleId, title }],
    })),
  };
}

const row = (head: string, text: string): FindingRow => ({ key: head, head, text, titles: [] });

/** The numbers of a run as the page shows them. */
export function runView(run: ImportRun, today: LocalDate) {
  const { titles, items, totals, merged } = run;
  return {
    ...runCard(run, today),
    aside: run.aside,
    checking: run.checking,
    failure: run.failure
      ? [
          {
            code: run.failure.code,
            text: fileFaultWords(run.failure),
            next: '已导入的保留；改好文件后可以再导入一次。',
          },
        ]
      : [],
    numbers: [
      { name: '书目', ...titles },
      { name: '复本', ...items },
    ],
    merged,
    kinds: FINDINGS.map((kind) => ({ ...kind, count: totals[kind.id] })).filter(({ count }) => count > 0),
    source: run.source,
    branchName: run.branchName,
  };
}

type RunView = ReturnType<typeof runView>;

/** "每秒 45 条，还要约 2 分钟"; nothing while there is too little to tell by. */
export function rateText(perSecond: number, left: number): string {
  if (perSecond <= 0) return '';
  const seconds = left / perSecond;
  const time = seconds < 60 ? '不到一分钟' : `约 ${Math.ceil(seconds / 60)} 分钟`;
  const rate =
    perSecond >= 1 ? `每秒 ${Math.round(perSecond)} 条` : `每分钟 ${Math.round(perSecond * 60)} 条`;
  return left > 0 ? `${rate}，还要${time}` : rate;
}

/** What is said of a run while the page drives it. */
export function goingText(run: ImportRun, perSecond: number): string {
  if (run.status !== 'running') return '';
  if (run.busy) return '另一台设备正在导入，这里同步显示';
  return run.checking ? '正在核对来源已撤的书目' : rateText(perSecond, run.records - run.done);
}

export type Findings = Record<FindingId, FindingRow[]>;

/** The kind of findings that is shown, or the first that there is. */
export function shownKind(kinds: RunView['kinds'], wanted: string): FindingId | '' {
  return kinds.find(({ id }) => id === wanted)?.id ?? kinds[0]?.id ?? '';
}

/** Something was found since: another kind, or another one of a kind. */
export function foundMore(before: RunView | undefined, after: RunView): boolean {
  const counts = (run?: RunView) => run?.kinds.map(({ id, count }) => `${id} ${count}`).join();
  return counts(before) !== counts(after);
}
