import * as v from 'valibot';
import type { ImportRunDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { inParallel } from './in-parallel';

const READERS = 8;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The broken records as they stand in the file, in one file to be mended and imported: made when it is wanted
 * first.
 */
export const aside = reading('imports.aside', {
  role: 'cataloguer',
  schema: v.strictObject({ runId: anId }),
  run: async (context, { runId }) => {
    const run = await context.db.get('importRuns', runId);
    if (!run || run.asideParts.length === 0) return refuse({ code: 'import_not_found' });
    // While it runs more may come: what is made then is not kept as the whole.
    const fileId = run.asideFileId || (await joined(context, run));
    if (run.status !== 'running' && !run.asideFileId) await remember(context, run._id, fileId);
    return done({ fileId, fileName: asideName(run) });
  },
});

const joined = async ({ files }: StaffContext, run: ImportRunDocument): Promise<string> => {
  const parts: Uint8Array[] = [];
  await inParallel(READERS, [...run.asideParts.entries()], async ([n, fileId]) => {
    parts[n] = await files.download(fileId);
  });
  // A list is of no use without its header; lines of it are written as UTF-8, which Excel takes by its mark.
  const head = run.asideHeader ? [Buffer.from(BYTE_ORDER_MARK + run.asideHeader)] : [];
  return files.upload(`imports/${run._id}-aside${extensionOf(run)}`, Buffer.concat([...head, ...parts]));
};

const remember = (context: StaffContext, runId: string, asideFileId: string): Promise<number> =>
  context.db.updateWhere('importRuns', { _id: runId }, { asideFileId });

/** "books.mrc" → "books-未导入.mrc". */
const asideName = (run: ImportRunDocument): string =>
  `${run.fileName.replace(/\.[^.]*$/, '')}-未导入${extensionOf(run)}`;

const extensionOf = ({ fileName, format }: ImportRunDocument): string =>
  format === 'csv' || format === 'xlsx' ? '.csv' : (/\.[a-z0-9]{1,8}$/i.exec(fileName)?.[0] ?? '.mrc');
