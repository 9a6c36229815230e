import type { EventPage } from '../../../typings/contract';
import { keepFile, upload } from '../../lib/cloud-files';
import { newRequestId } from '../../lib/intent';

/** A table as a file: kept on a computer, sent to a chat from a phone; copied where there are no files. */
export async function keepTable(fileName: string, csv: string): Promise<void> {
  if (!wx.canIUse('getFileSystemManager')) {
    wx.setClipboardData({ data: csv });
    return;
  }
  const filePath = `${wx.env.USER_DATA_PATH}/${fileName.replace(/[/\\?%*:|"<>]/g, ' ')}`;
  const written = await new Promise<boolean>((resolve) => {
    const ended = { success: () => resolve(true), fail: () => resolve(false) };
    wx.getFileSystemManager().writeFile({ filePath, data: csv, encoding: 'utf8', ...ended });
  });
  if (!written) wx.showToast({ title: '手机上没有地方存这个文件', icon: 'none' });
  else await keepFile(filePath, fileName);
}

const AT_ONCE = 9;

const chosen = (): Promise<WechatMiniprogram.MediaFile[]> =>
  new Promise((resolve) => {
    wx.chooseMedia({
      count: AT_ONCE,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => resolve(tempFiles),
      fail: () => resolve([]),
    });
  });

/** Pictures of this phone, brought into the cloud one by one; what did not arrive is left out and said. */
export async function bringPhotos(): Promise<EventPage['photos']> {
  const files = await chosen();
  if (files.length === 0) return [];
  wx.showLoading({ title: '正在上传', mask: true });
  const brought: EventPage['photos'] = [];
  for (const { tempFilePath } of files) {
    const ending = /\.png$/i.test(tempFilePath) ? 'png' : 'jpg';
    const fileId = await upload(`events/${newRequestId()}.${ending}`, tempFilePath);
    if (fileId) brought.push({ fileId, caption: '' });
  }
  wx.hideLoading();
  const lost = files.length - brought.length;
  if (lost > 0) wx.showToast({ title: `${lost} 张没有传上去`, icon: 'none' });
  return brought;
}
