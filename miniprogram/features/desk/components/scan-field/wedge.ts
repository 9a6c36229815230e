/** Whether codes come from a keyboard on this device: a desktop's scanner, or a phone where one was used before. */
const KEY = 'desk-keyboard';
/** WeChat on a desktop, and the developer tools. */
const DESKTOP = ['windows', 'mac', 'ohos_pc', 'devtools'];
/** A window this wide has room for a keyboard beside the work, or none on the screen at all. */
const WIDE = 800;

export const wedgeHere = {
  is(): boolean {
    const known: unknown = wx.getStorageSync(KEY);
    if (typeof known === 'boolean') return known;
    return DESKTOP.includes(wx.getDeviceInfo().platform) || wx.getWindowInfo().windowWidth >= WIDE;
  },
  set(on: boolean): void {
    if (this.is() !== on) wx.setStorageSync(KEY, on);
  },
};
