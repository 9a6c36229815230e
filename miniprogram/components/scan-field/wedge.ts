import { deskWidth } from '../../lib/width';

/**
 * Whether codes come from a keyboard on this device: a desktop's scanner, or a phone where one was used
 * before.
 */
const KEY = 'desk-keyboard';
/** WeChat on a desktop, and the developer tools. */
const DESKTOP = ['windows', 'mac', 'ohos_pc', 'devtools'];

export const wedgeHere = {
  is(): boolean {
    const known: unknown = wx.getStorageSync(KEY);
    if (typeof known === 'boolean') return known;
    return DESKTOP.includes(wx.getDeviceInfo().platform) || deskWidth() === 'wide';
  },
  set(on: boolean): void {
    if (this.is() !== on) wx.setStorageSync(KEY, on);
  },
};
