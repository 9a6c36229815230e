/**
 * Opens WeChat's scanner once; '' when it was closed without a code. WeChat reads one code at a time
 * (platform 7.1).
 */
export function scanWithCamera(): Promise<string> {
  return new Promise((resolve) => {
    wx.scanCode({
      scanType: ['barCode', 'qrCode'],
      success: ({ result }) => resolve(result),
      fail: ({ errMsg }) => {
        if (!errMsg.includes('cancel')) wx.showToast({ title: '扫码没有成功，请重试', icon: 'none' });
        resolve('');
      },
    });
  });
}
