/** Shows a file that lies on this phone: a picture over the page, a document in WeChat's own reader. */
export function showFile(filePath: string, name: string): Promise<boolean> {
  const isPicture = /\.(jpe?g|png)$/i.test(name);
  return new Promise((resolve) => {
    const ended = { success: () => resolve(true), fail: () => resolve(false) };
    if (isPicture) wx.previewImage({ urls: [filePath], ...ended });
    else wx.openDocument({ filePath, fileType: 'pdf', showMenu: true, ...ended });
  });
}
