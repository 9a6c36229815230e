import * as v from 'valibot';
import { readCaptions, type Cue } from '../../exchange/captions';
import type { Context } from '../../kernel/context';
import { NoSuchFile } from '../../kernel/files';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { forRecap, type OfLecture } from './for-recap';

/** Only what was uploaded for this may be read and taken away. */
const anUpload = v.pipe(
  v.string(),
  v.maxLength(300, '文件编号太长'),
  v.regex(/^cloud:\/\/[\w.-]+\/transcripts\/[\w-]+\.[a-z0-9]{1,8}$/i, '请重新选择文件'),
);

const bytesOf = async ({ files }: Context, fileId: string): Promise<Uint8Array | undefined> => {
  try {
    return await files.download(fileId);
  } catch (error) {
    if (error instanceof NoSuchFile) return undefined;
    throw error;
  }
};

/** A file of which one line is wrong changes nothing: the line is named, and the one before stays. */
export const bringTranscript = writing('lectureDesk.bringTranscript', {
  role: 'events',
  schema: v.strictObject({ lectureId: anId, fileId: anUpload }),
  prepare: async (context, { fileId }) => {
    const bytes = await bytesOf(context, fileId);
    if (!bytes) return refuse({ code: 'transcript_file_gone' });
    const read = readCaptions(bytes);
    return 'why' in read ? refuse({ code: 'transcript_wrong', ...read }) : read;
  },
  run: forRecap<OfLecture, { lines: number }, { list: Cue[] }>(
    '导入文字稿',
    async (before, { transaction, found }) => {
      const { list } = found;
      await transaction.put('transcripts', { _id: before._id, list });
      await transaction.put('lectures', { ...before, lines: list.length });
      return { value: { lines: list.length } };
    },
  ),
  afterwards: async ({ files }, { fileId }) => files.remove([fileId]),
});

export const dropTranscript = writing('lectureDesk.dropTranscript', {
  role: 'events',
  schema: v.strictObject({ lectureId: anId }),
  run: forRecap<OfLecture, OfLecture>('去掉文字稿', async (before, { transaction, input }) => {
    await transaction.remove('transcripts', before._id);
    await transaction.put('lectures', { ...before, lines: 0 });
    return { value: input };
  }),
});
