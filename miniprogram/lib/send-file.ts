/**
 * Writes a file of the mini program and lets whoever asked send it to a chat, their own or another. False
 * when they decline or this WeChat cannot (on a computer, in an old version).
 */
export function sendFile(
  fileName: string,
  data: string,
  encoding: 'utf8' | 'base64' = 'utf8',
): Promise<boolean> {
  if (!wx.canIUse('shareFileMessage') || !wx.canIUse('getFileSystemManager')) return Promise.resolve(false);
  const filePath = `${wx.env.USER_DATA_PATH}/${fileName}`;
  return new Promise((resolve) => {
    wx.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding,
      success: () =>
        wx.shareFileMessage({
          filePath,
          fileName,
          success: () => resolve(true),
          fail: () => resolve(false),
          // A copy of it does not stay on the phone unasked.
          complete: () => wx.getFileSystemManager().unlink({ filePath }),
        }),
      fail: () => resolve(false),
    });
  });
}
