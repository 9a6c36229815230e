import { CloudError } from '../cloud-error';
import { limits } from '../limits';
import type { Parts } from '../parts';
import { addressOf } from './files';
import { fileIdOf, pathOf, refuseBadPath } from './cloud-path';

type Answer = Record<string, unknown>;

/** The storage requests of the SDK. */
export const storageActions: Record<string, (parts: Parts, request: Record<string, unknown>) => Answer> = {
  'storage.getUploadMetadata': (parts, { path }) => {
    refuseBadPath(path);
    const url = `${parts.url()}/storage/upload/${Buffer.from(path).toString('base64url')}`;
    const fileId = fileIdOf(path);
    return { data: { url, token: 'local', authorization: 'local', fileId, cosFileId: addressOf(path) } };
  },
  'storage.batchGetDownloadUrl': (parts, { file_list: list }) => ({
    data: { download_list: few(list, 'file_list').map((entry) => downloadOf(parts, entry)) },
  }),
  'storage.batchDeleteFile': (parts, { fileid_list: list }) => ({
    data: { delete_list: few(list, 'fileid_list').map((fileId) => deleted(parts, fileId)) },
  }),
};

/** The platform takes at most fifty files in one request. */
function few(list: unknown, name: string): unknown[] {
  if (!Array.isArray(list))
    throw new CloudError('INVALID_PARAM', `[InvalidParameter] ${name} must be an array`);
  if (list.length > limits.tempUrlsPerCall) {
    throw new CloudError(
      'INVALID_PARAM',
      `[InvalidParameter] ${name} has more than ${limits.tempUrlsPerCall} files`,
    );
  }
  return list;
}

function downloadOf(parts: Parts, entry: unknown): Answer {
  const { fileid, max_age: maxAge } = entry as { fileid?: unknown; max_age?: unknown };
  const path = pathOf(fileid);
  const age = typeof maxAge === 'number' && maxAge > 0 ? maxAge : limits.tempUrlMaxAgeSeconds;
  if (path === undefined || !parts.files.find(path)) {
    return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' };
  }
  return { code: 'SUCCESS', fileID: fileid, tempFileURL: temporaryUrl(parts, path, age), maxAge: age };
}

/** A link that stops working; the ending is there for players that look at it. */
export function temporaryUrl(parts: Parts, path: string, maxAgeSeconds: number): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(path)?.[0] ?? '';
  return `${parts.url()}/storage/file/${addressOf(path)}${extension}?until=${Date.now() + maxAgeSeconds * 1000}`;
}

function deleted(parts: Parts, fileId: unknown): Answer {
  const path = pathOf(fileId);
  const gone = path !== undefined && parts.files.remove(path);
  return { code: gone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID: fileId };
}
