import type { ImportRunDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { keysIds } from './seen-records';
import { forgetUploaded } from './uploaded';

/**
 * Takes away what a run that has ended no longer needs: the uploaded file and what it remembered of the
 * records.
 */
export const tidyUp = async (
  { db, files }: Pick<JobContext, 'db' | 'files'>,
  run: ImportRunDocument,
): Promise<ImportRunDocument> => {
  if (run.status === 'running' || !run.untidy) return run;
  if (run.fileId) await files.remove([run.fileId]);
  forgetUploaded();
  const keys = await db.getMany('importRunKeys', keysIds(run._id));
  return db.transact(async (transaction) => {
    const now = (await transaction.get('importRuns', run._id)) ?? run;
    for (const { _id } of keys) await transaction.remove('importRunKeys', _id);
    const tidy: ImportRunDocument = { ...now, fileId: '', untidy: false };
    await transaction.put('importRuns', tidy);
    return tidy;
  });
};
