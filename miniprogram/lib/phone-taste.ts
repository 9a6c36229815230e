import { withNewest } from './recent-searches';

/**
 * What this phone remembers for recommendations, and nobody else: titles looked at, words chosen, what was
 * refused.
 */
const KEYS = { titles: 'recent-titles', interests: 'phone-interests', refused: 'phone-refused' } as const;
const OFF = 'phone-recommends-off';
const MOST_REFUSED = 100;

const texts = (key: string): string[] => {
  const known: unknown = wx.getStorageSync(key);
  return Array.isArray(known) ? known.filter((text): text is string => typeof text === 'string') : [];
};

export const recentTitles = (): string[] => texts(KEYS.titles);
export function rememberTitle(titleId: string): void {
  wx.setStorageSync(KEYS.titles, withNewest(recentTitles(), titleId));
}

export const phoneInterests = (): string[] => texts(KEYS.interests);
export function choosePhoneInterests(ids: string[]): void {
  wx.setStorageSync(KEYS.interests, ids);
}

/** A visitor's: "t:…", "a:…" an author, or the key of a reason. */
export const phoneRefused = (): string[] => texts(KEYS.refused);
export function refuseOnPhone(key: string): void {
  wx.setStorageSync(
    KEYS.refused,
    [...phoneRefused().filter((each) => each !== key), key].slice(-MOST_REFUSED),
  );
}

export const phoneRecommends = (): boolean => wx.getStorageSync(OFF) !== true;
export function switchPhone(on: boolean): void {
  if (on) wx.removeStorageSync(OFF);
  else wx.setStorageSync(OFF, true);
}

export function forgetPhoneTaste(): void {
  for (const key of [...Object.values(KEYS), OFF]) wx.removeStorageSync(key);
}

/** Only what was refused; titles and words stay. */
export function forgetPhoneRefused(): void {
  wx.removeStorageSync(KEYS.refused);
}
