/** What is asked of an element in the browser. */
interface Shown {
  isConnected: boolean;
  getBoundingClientRect(): { x: number; y: number; width: number; height: number };
}

interface Screen {
  innerHeight: number;
  document: {
    getAnimations(): {
      playState: string;
      effect: { getComputedTiming(): { endTime?: unknown } } | null;
    }[];
  };
  requestAnimationFrame(act: () => void): void;
}

interface Place {
  x: number;
  y: number;
}

/**
 * Runs in the browser: the middle of an element once it has stood still on the screen for some frames, and
 * nothing slides or fades in or out any more; null when it was taken away or did not come to rest in time.
 */
export function placeAtRest(element: Shown): Promise<Place | null> {
  const FRAMES = 3;
  const MOST_FRAMES = 300;
  const screen = globalThis as unknown as Screen;
  const moves = (): boolean =>
    screen.document
      .getAnimations()
      .some(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      );
  return new Promise((resolve) => {
    let before = '';
    let still = 0;
    const look = (frame: number): void => {
      if (!element.isConnected || frame === MOST_FRAMES) return resolve(null);
      const box = element.getBoundingClientRect();
      const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const isOnScreen = place.y > 0 && place.y < screen.innerHeight;
      const now = JSON.stringify(box);
      still = now === before && isOnScreen && !moves() ? still + 1 : 0;
      before = now;
      if (still === FRAMES) resolve(place);
      else screen.requestAnimationFrame(() => look(frame + 1));
    };
    look(0);
  });
}
