import * as v from 'valibot';
import type { Context } from '../../kernel/context';
import { sourceOfBytes, type Source } from '../../exchange/bytes';
import { Unreadable } from '../../exchange/unreadable';
import { NoSuchFile } from '../../kernel/files';

/** Only what was uploaded for an import may be read and taken away through this feature. */
export const anUpload = v.pipe(
  v.string(),
  v.maxLength(300, '文件编号太长'),
  v.regex(/^cloud:\/\/[\w.-]+\/imports\/[\w-]+\.[a-z0-9]{1,8}$/i, '请重新选择文件'),
);

let kept: { fileId: string; bytes: Uint8Array } | undefined;

/** An uploaded file. A warm function keeps the last one: the steps of a run read the same. */
export const uploaded = async (
  { files }: Pick<Context, 'files'>,
  fileId: string,
): Promise<{ source: Source; size: number }> => {
  if (kept?.fileId !== fileId) {
    // Not two files of this size at once.
    kept = undefined;
    kept = { fileId, bytes: await bytesOf(files, fileId) };
  }
  return { source: sourceOfBytes(kept.bytes), size: kept.bytes.length };
};

/** A file that was taken away is one that cannot be read, and no failure of ours. */
const bytesOf = async (files: Context['files'], fileId: string): Promise<Uint8Array> => {
  try {
    return await files.download(fileId);
  } catch (error) {
    throw error instanceof NoSuchFile ? new Unreadable({ code: 'file_gone' }) : error;
  }
};

/** A file that is replaced or taken away must not be read from memory. */
export const forgetUploaded = (): void => {
  kept = undefined;
};
