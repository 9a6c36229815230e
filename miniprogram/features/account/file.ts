/**
 * Writes a text into a file of the mini program and lets the reader send it to a chat, their own or another.
 * False when they decline or this WeChat cannot (on a computer, in an old version).
 */
export function shareFile(fileName: string, text: string): Promise<boolean> {
  if (!wx.canIUse('shareFileMessage') || !wx.canIUse('getFileSystemManager')) return Promise.resolve(false);
  const filePath = `${wx.env.USER_DATA_PATH}/${fileName}`;
  return new Promise((resolve) => {
    wx.getFileSystemManager().writeFile({
      filePath,
      data: text,
      encoding: 'utf8',
      success: () =>
        wx.shareFileMessage({
          filePath,
          fileName,
          success: () => resolve(true),
          fail: () => resolve(false),
          // A copy of everything about a reader does not stay on the phone unasked.
          complete: () => wx.getFileSystemManager().unlink({ filePath }),
        }),
      fail: () => resolve(false),
    });
  });
}

/** "约 12 KB" of what the file will be. */
export function sizeText(json: string): string {
  return `约 ${Math.max(1, Math.round((json.length * 2) / 1024))} KB`;
}
