/** How the screens look on this phone: elder mode and the system's theme, as classes of the page root. */
const ELDER = 'elder-mode';
/** WeChat's font size setting of 关怀模式 begins here (standard is 16 or 17). */
const LARGE_FONT = 20;

export function elderMode(): boolean {
  const chosen: unknown = wx.getStorageSync(ELDER);
  if (typeof chosen === 'boolean') return chosen;
  return (wx.getAppBaseInfo().fontSizeSetting ?? 16) >= LARGE_FONT;
}

export function setElderMode(on: boolean): void {
  wx.setStorageSync(ELDER, on);
}

/** "light", "dark", "light elder" … */
export function lookNow(system: string = wx.getAppBaseInfo().theme ?? 'light'): string {
  const theme = system === 'dark' ? 'dark' : 'light';
  return elderMode() ? `${theme} elder` : theme;
}

interface Looking {
  data: { look?: unknown };
  setData(data: Record<string, unknown>): void;
}

/** Call in onShow: takes over what was changed on another page or in the system meanwhile. */
export function keepLook(page: Looking, look = lookNow()): void {
  if (page.data.look !== look) page.setData({ look, elder: look.includes('elder') });
}

/** The system went dark or light while pages are open: all of them follow, those below the top one too. */
export function followTheme(theme: string): void {
  for (const page of getCurrentPages()) keepLook(page, lookNow(theme));
}
