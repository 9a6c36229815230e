import type { MediaKind, MediaPurpose, MediaState } from '../../typings/contract';
import { act, type Outcome } from './call';
import { fileFromChat, upload } from './cloud-files';
import { newRequestId } from './intent';

/** Something of this phone that is to be sent: a picture, a recording, a document. */
export interface OwnFile {
  kind: MediaKind;
  /** Where it lies on this phone. */
  path: string;
  /** What a document is called; '' of others. */
  name: string;
  /** Of a recording. */
  seconds: number;
}

interface SentFile {
  mediaId: string;
  state: MediaState;
  seconds: number;
}

/** A picture out of the album or the camera, made smaller by WeChat; undefined when none was chosen. */
export function choosePicture(): Promise<OwnFile | undefined> {
  return new Promise((resolve) => {
    wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles: [file] }) =>
        resolve(file && { kind: 'picture', path: file.tempFilePath, name: '', seconds: 0 }),
      fail: () => resolve(undefined),
    });
  });
}

/** A PDF out of a chat. */
export async function chooseDocument(): Promise<OwnFile | undefined> {
  const file = await fileFromChat(['pdf']);
  return file && { kind: 'file', path: file.path, name: file.name, seconds: 0 };
}

/** Keeps a file on the phone beyond this visit, until it has arrived; as it is where there is no room. */
export function keepOnPhone(file: OwnFile): Promise<OwnFile> {
  const ending = { picture: 'jpg', voice: 'mp3', file: 'pdf' }[file.kind];
  const filePath = `${wx.env.USER_DATA_PATH}/${newRequestId()}.${ending}`;
  return new Promise((resolve) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath: file.path,
      filePath,
      success: () => resolve({ ...file, path: filePath }),
      fail: () => resolve(file),
    });
  });
}

/** It has arrived, or is given up. */
export function dropFromPhone(path: string): void {
  if (path.startsWith(wx.env.USER_DATA_PATH))
    wx.getFileSystemManager().unlink({ filePath: path, fail: () => undefined });
}

/** Bytes of a file; 0 where it is gone. */
function sizeOf(filePath: string): Promise<number> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: () => resolve(0),
    });
  });
}

const LONGEST_NAME = 80;

/** What is left of a file that is no longer on the phone. */
const GONE: Outcome<never> = { kind: 'refused', refusals: [{ code: 'file_not_allowed', why: 'gone' }] };

/**
 * Sends a file: announced, put into the storage, handed over. Under the same `id` it may be tried again from
 * the start as often as it takes: it arrives once.
 */
export async function sendFile(
  file: OwnFile,
  { purpose, id, asStaff = false }: { purpose: MediaPurpose; id: string; asStaff?: boolean },
): Promise<Outcome<SentFile>> {
  const bytes = await sizeOf(file.path);
  if (bytes === 0) return GONE;
  const { kind } = file;
  const name = kind === 'file' ? file.name.slice(-LONGEST_NAME) : '';
  const announced = await act(
    asStaff ? 'mediaDesk.begin' : 'media.begin',
    { purpose, kind, bytes, ...(name && { name }) },
    `${id}-b`,
  );
  if (announced.kind !== 'value') return announced;
  const { mediaId, path } = announced.value;
  if (!(await upload(path, file.path))) return { kind: 'offline' };
  return act(asStaff ? 'mediaDesk.hand' : 'media.hand', { mediaId }, `${id}-h`);
}
