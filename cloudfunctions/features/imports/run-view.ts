import type { ImportFindings, ImportRun } from '../../../typings/contract/imports';
import { branchName } from '../../circulation/branches';
import type { ImportRunDocument } from '../../documents';
import type { Context } from '../../kernel/context';

/** The run that an operation names, or the no. */
export const FOUND = ['importRuns', 'runId', { code: 'import_not_found' }] as const;

export const RUN_FIELDS = [
  'fileName',
  'format',
  'settings',
  'status',
  'failure',
  'startedAt',
  'startedBy',
  'finishedAt',
  'records',
  'done',
  'checked',
  'lease',
  'titles',
  'items',
  'merged',
  'totals',
  'asideParts',
] as const;

type Run = Pick<ImportRunDocument, '_id' | (typeof RUN_FIELDS)[number]>;

/** `mine`: the lease of who asks. */
export const runView = (
  { library, now }: Pick<Context, 'library' | 'now'>,
  run: Run,
  mine?: string,
): ImportRun => ({
  runId: run._id,
  fileName: run.fileName,
  isList: run.format === 'csv' || run.format === 'xlsx',
  source: run.settings.source,
  branchName: branchName(library, run.settings.branchId),
  status: run.status,
  ...(run.failure && { failure: run.failure }),
  startedAt: run.startedAt,
  startedBy: run.startedBy,
  ...(run.finishedAt && { finishedAt: run.finishedAt }),
  records: run.records,
  done: run.done,
  checking: run.status === 'running' && run.checked !== null,
  busy: run.status === 'running' && isLeased(run, now) && run.lease?.id !== mine,
  titles: run.titles,
  items: run.items,
  merged: run.merged,
  totals: run.totals,
  aside: run.asideParts.length > 0,
});

export const isLeased = ({ lease }: Pick<ImportRunDocument, 'lease'>, now: string): boolean =>
  lease !== null && lease.until > now;

export const findingsOf = ({
  broken,
  warnings,
  duplicates,
  withdrawn,
}: ImportRunDocument): ImportFindings => ({
  broken,
  warnings,
  duplicates,
  withdrawn,
});
