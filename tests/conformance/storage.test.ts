import { cloudUnderTest, expectOnlyLoopback, type CloudUnderTest } from './cloud-under-test';
import { rejection } from './sdk';

let under: CloudUnderTest;
const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

beforeAll(async () => {
  under = await cloudUnderTest();
}, 60_000);
afterAll(() => under.close());

const upload = async (cloudPath: string, text: string): Promise<string> =>
  (await under.sdk.uploadFile({ cloudPath, fileContent: bytes(text) })).fileID;

const temporary = async (
  fileID: string,
  maxAge?: number,
): Promise<{ status: number; tempFileURL: string }> => {
  const file = maxAge === undefined ? fileID : { fileID, maxAge };
  const { fileList } = await under.sdk.getTempFileURL({ fileList: [file] });
  return fileList[0] as { status: number; tempFileURL: string };
};

describe('a file', () => {
  it('has an id that tells environment and path', async () => {
    expect(await upload('covers/红楼 1.jpg', 'x')).toMatch(
      /^cloud:\/\/shuxiang-local\.[^/]+\/covers\/红楼 1\.jpg$/,
    );
  });
  it('comes back as it was', async () => {
    const content = Buffer.from([0, 1, 2, 250, 255]);
    const { fileID } = await under.sdk.uploadFile({ cloudPath: 'raw.bin', fileContent: content });
    expect((await under.sdk.downloadFile({ fileID })).fileContent.equals(content)).toBe(true);
  });
  it('is overwritten by the same path', async () => {
    const first = await upload('same.txt', 'one');
    const second = await upload('same.txt', 'two');
    expect(second).toBe(first);
    expect((await under.sdk.downloadFile({ fileID: first })).fileContent.toString()).toBe('two');
  });
  it.each(['问 号?.txt', 'hash#1.txt', '100%.txt', 'a+b&c=d.txt'])('may be called %s', async (path) => {
    const fileID = await upload(path, path);
    expect((await under.sdk.downloadFile({ fileID })).fileContent.toString()).toBe(path);
  });
  it('that is not there fails; the SDK makes the code -1 of it', async () => {
    const error = await rejection(under.sdk.downloadFile({ fileID: 'cloud://shuxiang-local.x/none.txt' }));
    expect(error.errCode).toBe(-1);
  });
  it('is gone after delete', async () => {
    const fileID = await upload('gone.txt', 'x');
    const { fileList } = await under.sdk.deleteFile({ fileList: [fileID] });
    expect(fileList[0]).toMatchObject({ fileID, status: 0 });
    expect((await temporary(fileID)).status).toBe(-503003);
  });
  it('that is not there is told by delete', async () => {
    const { fileList } = await under.sdk.deleteFile({ fileList: ['cloud://shuxiang-local.x/none.txt'] });
    expect(fileList[0]).toMatchObject({ status: -503003 });
  });
});

describe('paths are refused', () => {
  it.each([
    ['with a leading slash', '/a.txt'],
    ['with a double slash', 'a//b.txt'],
    ['above 850 bytes', '长'.repeat(284)],
    ['with two dots', '../a.txt'],
  ])('%s', async (_name, cloudPath) => {
    const error = await rejection(under.sdk.uploadFile({ cloudPath, fileContent: bytes('x') }));
    expect(error.errMsg).toMatch(/invalid cloudPath/);
  });
});

describe('a temporary address', () => {
  it('gives the bytes with their type', async () => {
    const { status, tempFileURL } = await temporary(await upload('page.svg', '<svg/>'));
    expect(status).toBe(0);
    const response = await fetch(tempFileURL);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(await response.text()).toBe('<svg/>');
  });
  it('stops working after its time', async () => {
    const { tempFileURL } = await temporary(await upload('short.txt', 'x'), 1);
    await new Promise((resume) => setTimeout(resume, 1200));
    expect((await fetch(tempFileURL)).status).toBe(403);
  });
  it('of a missing file has a status instead', async () => {
    expect((await temporary('cloud://shuxiang-local.x/none.txt')).status).toBe(-503003);
  });
  it('is given for fifty files at a time', async () => {
    const fileID = await upload('many.txt', 'x');
    const fifty = await under.sdk.getTempFileURL({ fileList: Array.from({ length: 50 }, () => fileID) });
    expect(fifty.fileList).toHaveLength(50);
    await rejection(under.sdk.getTempFileURL({ fileList: Array.from({ length: 51 }, () => fileID) }));
  });
});

describe('a video can be moved about in', () => {
  let url = '';
  beforeAll(async () => {
    url = (await temporary(await upload('talk.mp4', '0123456789'))).tempFileURL;
  });
  const ranged = async (range: string): Promise<[number, string, string | null]> => {
    const response = await fetch(url, { headers: { range } });
    return [response.status, await response.text(), response.headers.get('content-range')];
  };
  it('has the type of a video and takes ranges', async () => {
    const { headers } = await fetch(url);
    expect([headers.get('content-type'), headers.get('accept-ranges')]).toEqual(['video/mp4', 'bytes']);
  });
  it('from the middle', async () => expect(await ranged('bytes=4-6')).toEqual([206, '456', 'bytes 4-6/10']));
  it('to the end', async () => expect(await ranged('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10']));
  it('the last bytes', async () => expect(await ranged('bytes=-2')).toEqual([206, '89', 'bytes 8-9/10']));
  it('beyond the end', async () => expect((await ranged('bytes=10-'))[0]).toBe(416));
  it('a client address leads to the bytes', async () => {
    const fileID = await upload('talk.mp4', '0123456789');
    const response = await fetch(`${under.cloud.url}/client/file?fileID=${encodeURIComponent(fileID)}`);
    expect(await response.text()).toBe('0123456789');
  });
});

describe('the network', () => {
  it('is never more than loopback', () => expectOnlyLoopback(under));
});
