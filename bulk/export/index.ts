import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { rename } from 'node:fs/promises';
import type { ItemDocument, TitleDocument } from '../../cloudfunctions/documents';
import { writeIso2709 } from '../../cloudfunctions/exchange/write-iso2709';
import { listHeader, listLines } from '../../cloudfunctions/exchange/write-list';
import { marcOf } from '../../cloudfunctions/exchange/write-marc';
import type { BulkTarget } from '../target';
import { everyPage } from '../every-document';

export const EXPORT_FORMATS = ['marc21', 'cnmarc', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface ExportReport {
  titles: number;
  items: number;
  /** Titles that ISO 2709 cannot hold: more than 99,999 bytes with their copies. */
  tooLong: string[];
  seconds: number;
}

/**
 * Writes every title with its copies into one file, a page of the database at a time: ISO 2709 in UTF-8, or a
 * list that Excel opens. Under its own name the file stands only once it is whole.
 */
export async function exportCatalogue(
  path: string,
  format: ExportFormat,
  target: BulkTarget,
  progress: (titles: number) => void = () => undefined,
): Promise<ExportReport> {
  const began = Date.now();
  const report: ExportReport = { titles: 0, items: 0, tooLong: [], seconds: 0 };
  const unfinished = `${path}.unfinished`;
  const file = createWriteStream(unfinished);
  const failed = once(file, 'error').then(([error]) => {
    throw error;
  });
  const written = (async () => {
    if (format === 'csv') file.write(listHeader());
    for await (const titles of everyPage<TitleDocument>(target, 'titles')) {
      const items = await copiesOf(titles, target);
      for (const title of titles) {
        const own = items.get(title._id) ?? [];
        const bytes = bytesOf(title, own, format);
        if (bytes === null) {
          report.tooLong.push(`${title._id} ${title.title}`);
          continue;
        }
        report.titles++;
        report.items += own.length;
        if (!file.write(bytes)) await once(file, 'drain');
      }
      progress(report.titles);
    }
    file.end();
    await once(file, 'finish');
  })();
  await Promise.race([written, failed]);
  await rename(unfinished, path);
  return { ...report, seconds: (Date.now() - began) / 1000 };
}

function bytesOf(title: TitleDocument, items: ItemDocument[], format: ExportFormat): Buffer | null {
  if (format === 'csv') return Buffer.from(listLines(title, items));
  return writeIso2709(marcOf(title, items, format));
}

async function copiesOf(titles: TitleDocument[], target: BulkTarget): Promise<Map<string, ItemDocument[]>> {
  const ids = titles.map(({ _id }) => _id);
  const found = (await target.find('items', { titleId: { $in: ids } })) as unknown as ItemDocument[];
  const byTitle = new Map<string, ItemDocument[]>();
  for (const item of found.sort((a, b) => (a._id < b._id ? -1 : 1)))
    byTitle.set(item.titleId, [...(byTitle.get(item.titleId) ?? []), item]);
  return byTitle;
}

export function formatExport(report: ExportReport, path: string): string {
  return [
    `${path}: ${report.titles} titles, ${report.items} copies in ${report.seconds.toFixed(1)} s`,
    ...report.tooLong.map((title) => `  not written, too long for ISO 2709 (take csv): ${title}`),
  ].join('\n');
}
