import { act } from '../../lib/call';
import { knownMe } from '../../lib/session';

/**
 * While it plays the position is kept this often, so that a phone that dies loses little and the library is
 * not asked all the time.
 */
const EVERY_MS = 10_000;

export interface PositionKeeper {
  /** While playing, at any rate. */
  playing: (seconds: number) => void;
  /** On pause, at the end, and when the page goes away. */
  stopped: (seconds: number) => void;
}

/**
 * Keeps where a lecture was stopped: with the reader's card in the library, for a visitor (or without
 * network) on the phone. The phone's copy is dropped as soon as the library has a later one.
 */
export function positionKeeper(lectureId: string, now = () => Date.now()): PositionKeeper {
  let keptAt = now();
  let kept = -1;
  const put = (seconds: number) => {
    const whole = Math.floor(seconds);
    if (whole === kept) return;
    kept = whole;
    keptAt = now();
    void keepPosition(lectureId, whole);
  };
  return {
    playing: (seconds) => {
      if (now() - keptAt >= EVERY_MS) put(seconds);
    },
    stopped: put,
  };
}

/** The phone's own copy, where the library has none or an older one. */
export function phonePosition(lectureId: string): number | undefined {
  const known: unknown = wx.getStorageSync(keyOf(lectureId));
  return typeof known === 'number' ? known : undefined;
}

/**
 * Replays that the library keeps no position of for this person: asked once in a visit, not every ten
 * seconds.
 */
const visitors = new Set<string>();

async function keepPosition(lectureId: string, seconds: number): Promise<void> {
  wx.setStorageSync(keyOf(lectureId), seconds);
  const me = knownMe();
  if (me ? !me.reader : visitors.has(lectureId)) return;
  const outcome = await act('lectures.keepPosition', { lectureId, seconds });
  // A visitor is refused and keeps the phone's copy; so does everybody whom no answer reached.
  if (outcome.kind === 'refused') visitors.add(lectureId);
  if (outcome.kind === 'value' && phonePosition(lectureId) === seconds)
    wx.removeStorageSync(keyOf(lectureId));
}

function keyOf(lectureId: string): string {
  return `replay ${lectureId}`;
}
