import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { anUpload, forgetUploaded } from './uploaded';

/** Does nothing to a file that a run is working on. */
export const discard = reading('imports.discard', {
  role: 'cataloguer',
  schema: v.strictObject({ fileId: anUpload }),
  run: async ({ db, files }, { fileId }) => {
    const used = await db.count('importRuns', { untidy: true, fileId });
    if (used === 0) {
      await files.remove([fileId]);
      forgetUploaded();
    }
    return done({});
  },
});
