import type { LibrarySettings } from '../documents';

/**
 * Whether words that others are to read are shown at once: what WeChat is not sure of, or gave no word on,
 * waits for staff whatever the library's switch.
 */
export const shownOrWaits = (
  passed: boolean,
  { openContent }: Pick<LibrarySettings, 'openContent'>,
): 'waiting' | 'shown' => (passed && openContent?.reviewsAtOnce ? 'shown' : 'waiting');
