import { NoSuchFile, type Files } from '../kernel/files';
import { cloud } from './cloud';

/** What of the SDK is used; its types leave the results open. */
interface SdkStorage {
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>;
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  getTempFileURL(options: {
    fileList: { fileID: string; maxAge: number }[];
  }): Promise<{ fileList: { tempFileURL: string }[] }>;
  deleteFile(options: {
    fileList: string[];
  }): Promise<{ fileList: { fileID: string; status: number; errMsg: string }[] }>;
}

const sdk = cloud as unknown as SdkStorage;

/** The platform takes at most so many files in one request. */
const MOST_FILES = 50;
const NO_SUCH_FILE = -503003;

const saysMissing = (error: unknown): boolean => {
  const { code, errCode, errMsg, message } = error as Record<string, unknown>;
  return errCode === NO_SUCH_FILE || /NONEXIST|not exist/i.test([code, errMsg, message].join(' '));
};

/** Long enough for WeChat to fetch a file in its half hour. */
const LINK_SECONDS = 3600;
/** A file of one byte, by which the name of this environment's storage is learned. */
const MARKER = 'marker';
let storage: Promise<string> | undefined;

const upload: Files['upload'] = async (path, bytes) => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (await sdk.uploadFile({ cloudPath: path, fileContent: content })).fileID;
};

/** What stands before every path; asked once in the life of an instance. */
const storageName = (): Promise<string> => {
  storage ??= upload(MARKER, Buffer.from('.')).then((fileId) => fileId.slice(0, -MARKER.length));
  storage.catch(() => (storage = undefined));
  return storage;
};

export const files: Files = {
  download: async (fileId) => {
    try {
      return (await sdk.downloadFile({ fileID: fileId })).fileContent;
    } catch (error) {
      throw saysMissing(error) ? new NoSuchFile() : error;
    }
  },
  upload,
  idOf: async (path) => `${await storageName()}${path}`,
  linkTo: async (fileId) => {
    const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: LINK_SECONDS }] });
    const url = fileList[0]?.tempFileURL;
    if (!url) throw new NoSuchFile();
    return url;
  },
  remove: async (fileIds) => {
    for (let start = 0; start < fileIds.length; start += MOST_FILES) {
      const { fileList } = await sdk.deleteFile({ fileList: fileIds.slice(start, start + MOST_FILES) });
      const left = fileList.find(({ status }) => status !== 0 && status !== NO_SUCH_FILE);
      if (left) throw new Error(`${left.fileID} was not deleted: ${left.status} ${left.errMsg}`);
    }
  },
};
