/** Files of the cloud's storage: only here and in call.ts the mini program knows wx.cloud. */

/** Stores a file of this phone under a path; undefined when it did not arrive. */
export async function upload(cloudPath: string, filePath: string): Promise<string | undefined> {
  try {
    const { fileID } = await wx.cloud.uploadFile({ cloudPath, filePath });
    return fileID;
  } catch {
    return undefined;
  }
}

/** Where a file of the cloud lies on this phone now; undefined when it did not come. */
export async function download(fileID: string): Promise<string | undefined> {
  try {
    const { tempFilePath } = await wx.cloud.downloadFile({ fileID });
    return tempFilePath;
  } catch {
    return undefined;
  }
}

/** A file from a chat, or on a computer from its disk; undefined when none was chosen. */
export function fileFromChat(endings?: string[]): Promise<WechatMiniprogram.ChooseFile | undefined> {
  return new Promise((resolve) => {
    wx.chooseMessageFile({
      count: 1,
      type: 'file',
      ...(endings && { extension: endings }),
      success: ({ tempFiles }) => resolve(tempFiles[0]),
      fail: () => resolve(undefined),
    });
  });
}

const COMPUTERS = ['windows', 'mac', 'ohos_pc', 'devtools'];

/**
 * Lets somebody keep a file: on a computer it is saved to its disk, on a phone sent to a chat. False when
 * they declined.
 */
export function keepFile(filePath: string, fileName: string): Promise<boolean> {
  const onComputer = COMPUTERS.includes(wx.getDeviceInfo().platform) && wx.canIUse('saveFileToDisk');
  return new Promise((resolve) => {
    const ended = { success: () => resolve(true), fail: () => resolve(false) };
    if (onComputer) wx.saveFileToDisk({ filePath, ...ended });
    else if (wx.canIUse('shareFileMessage')) wx.shareFileMessage({ filePath, fileName, ...ended });
    else resolve(false);
  });
}
