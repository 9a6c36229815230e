import { warningText } from '../../cloudfunctions/exchange/fault-text';
import type { DeletedRecord } from '../../cloudfunctions/exchange/read';
import type { TitleDocument } from '../../cloudfunctions/documents';
import type { BulkTarget } from '../target';
import { titleIdOf } from '../../cloudfunctions/cataloguing/record-documents';
import type { WithdrawnTitle } from '../../typings/contract/imports';
import { list, type Finding, type ImportReport } from './report';
import type { Seen } from './seen';
import { everyDocument } from '../every-document';

interface Into {
  source: string;
  target: BulkTarget;
  report: ImportReport;
  place: Omit<Finding, 'reason'>;
}

/** A record that its source has deleted: its title is shown when it is here; nothing is removed. */
export async function showDeleted(deleted: DeletedRecord['deleted'], into: Into): Promise<void> {
  const { source, target, report, place } = into;
  const titleId = titleIdOf(`${source}:${deleted.control}`);
  const [title] = (await target.get('titles', [titleId])) as unknown as TitleDocument[];
  if (!title)
    return list(report, 'warnings', { ...place, reason: warningText({ code: 'deleted_not_here' }) });
  await show(title, 'deleted', target, report);
}

/** After a full load: titles of the same sources that no record was for. */
export async function showGone(
  sources: Map<string, Seen>,
  target: BulkTarget,
  report: ImportReport,
): Promise<void> {
  for await (const title of everyDocument<TitleDocument>(target, 'titles')) {
    for (const [source, seen] of sources) {
      if (!title.source.startsWith(`${source}:`)) continue;
      const control = title.source.slice(source.length + 1);
      if (!seen.has(control)) await show(title, 'not_in_full_load', target, report);
    }
  }
}

async function show(
  title: TitleDocument,
  why: WithdrawnTitle['why'],
  target: BulkTarget,
  report: ImportReport,
): Promise<void> {
  const copies = await target.count('items', { titleId: title._id });
  list(report, 'withdrawn', { titleId: title._id, title: title.title, copies, why });
}
