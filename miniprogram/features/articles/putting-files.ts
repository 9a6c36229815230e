import { fileFromChat, upload } from '../../lib/cloud-files';
import { newRequestId } from '../../lib/intent';

/** A file of an article, by a name that nobody guesses; undefined: none was chosen, or it did not arrive. */
const put = async (path: string, ending: string): Promise<string | undefined> => {
  wx.showLoading({ title: '正在上传', mask: true });
  const fileId = await upload(`articles/${newRequestId()}.${ending}`, path);
  wx.hideLoading();
  if (!fileId) wx.showToast({ title: '没有传上去，请检查网络', icon: 'none' });
  return fileId;
};

const endingOf = (path: string, known: readonly string[], other: string): string => {
  const ending = /\.([A-Za-z0-9]{3,4})$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return known.includes(ending) ? ending : other;
};

const PICTURES = ['jpg', 'jpeg', 'png', 'gif', 'webp'];

/** Up to so many pictures of the phone, made smaller by WeChat before they are sent. */
export async function putPictures(most: number): Promise<string[]> {
  const chosen = await new Promise<string[]>((resolve) => {
    wx.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => resolve(tempFiles.map(({ tempFilePath }) => tempFilePath)),
      fail: () => resolve([]),
    });
  });
  const fileIds: string[] = [];
  for (const path of chosen) {
    const fileId = await put(path, endingOf(path, PICTURES, 'jpg'));
    if (fileId) fileIds.push(fileId);
  }
  return fileIds;
}

const SOUNDS = ['mp3', 'm4a', 'aac', 'wav'];
const FILMS = ['mp4'];

export async function putFile(kind: 'audio' | 'clip'): Promise<string | undefined> {
  const endings = kind === 'audio' ? SOUNDS : FILMS;
  const file = await fileFromChat(endings);
  if (!file) return undefined;
  const ending = endingOf(file.name, endings, '');
  if (ending) return put(file.path, ending);
  wx.showToast({ title: `请选 ${endings.join('、')} 文件`, icon: 'none' });
  return undefined;
}
