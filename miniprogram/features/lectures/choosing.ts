import { fileFromChat, upload } from '../../lib/cloud-files';
import { newRequestId } from '../../lib/intent';

interface Film {
  fileId: string;
  /** Seconds, rounded up; 0 where the phone does not say. */
  duration: number;
}

const failed = (): void => void wx.showToast({ title: '没有传上去，请检查网络', icon: 'none' });

const chosenFilm = (): Promise<WechatMiniprogram.MediaFile | undefined> =>
  new Promise((resolve) => {
    wx.chooseMedia({
      count: 1,
      mediaType: ['video'],
      sourceType: ['album'],
      success: ({ tempFiles }) => resolve(tempFiles[0]),
      fail: () => resolve(undefined),
    });
  });

/** A film of this phone, brought into the cloud. */
export async function bringFilm(): Promise<Film | undefined> {
  const film = await chosenFilm();
  if (!film) return undefined;
  wx.showLoading({ title: '正在上传', mask: true });
  const fileId = await upload(`lectures/${newRequestId()}.mp4`, film.tempFilePath);
  wx.hideLoading();
  if (!fileId) failed();
  return fileId ? { fileId, duration: Math.ceil(film.duration || 0) } : undefined;
}

/** A WebVTT or SRT file from a chat, or on a computer from its disk. */
export async function bringCaptions(): Promise<string | undefined> {
  const file = await fileFromChat(['vtt', 'srt', 'txt']);
  if (!file) return undefined;
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(file.name)?.[1]?.toLowerCase() ?? 'vtt';
  const fileId = await upload(`transcripts/${newRequestId()}.${ending}`, file.path);
  if (!fileId) failed();
  return fileId;
}
