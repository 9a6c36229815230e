import { fileFromChat, upload } from '../../lib/cloud-files';
import { newRequestId } from '../../lib/intent';

/** What the desk takes; the cloud says it again (limits.ts over there). */
const MOST_BYTES = 20_000_000;
const LONGEST_NAME = 100;

type Chosen =
  | { kind: 'chosen'; fileId: string; fileName: string }
  | { kind: 'none' }
  | { kind: 'wrong'; text: string; next: string };

/** A file from a chat, or on a computer from its disk, brought into the cloud. */
export async function chooseFile(): Promise<Chosen> {
  // By content and not by ending: record files have many endings, or none.
  const file = await fileFromChat();
  if (!file) return { kind: 'none' };
  if (file.size === 0) return { kind: 'wrong', text: '这个文件是空的。', next: '请重新选择。' };
  if (file.size > MOST_BYTES)
    return {
      kind: 'wrong',
      text: `这个文件有 ${Math.ceil(file.size / 1_000_000)} MB，这里最多收 20 MB。`,
      next: '请分成几个文件，或请技术同事用命令行导入。',
    };
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(file.name)?.[1]?.toLowerCase() ?? 'dat';
  const fileId = await upload(`imports/${newRequestId()}.${ending}`, file.path);
  if (!fileId) return { kind: 'wrong', text: '文件没有传上去。', next: '请检查网络后重新选择。' };
  return { kind: 'chosen', fileId, fileName: file.name.slice(-LONGEST_NAME) };
}
