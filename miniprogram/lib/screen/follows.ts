import type { Part } from './part';

interface Follows {
  /** Something was done here: looks at once, and often again. */
  lookSoon(): Promise<void>;
}

interface Looks {
  /** Asks what is new and shows it; tells whether there was something. */
  look(): Promise<boolean>;
}

interface Rhythm {
  /** ms between two looks while something happens. */
  quickest: number;
  /** ms at most, when nothing does. */
  slowest: number;
}

interface Following {
  /** 0: none. */
  timer: number;
  pause: number;
  isShown: boolean;
  isLooking: boolean;
}

const SLOWER = 1.4;

/**
 * A page that follows what others do: it looks again and again while it is shown, often while something
 * happens and seldomer when nothing does, and not at all behind another page. Never two looks at once.
 */
export function follows({ quickest = 3_000, slowest = 15_000 }: Partial<Rhythm> = {}): Part<
  object,
  Follows,
  Looks
> {
  type Page = Looks & { undrawn: { following: Following } };
  const wait = (page: Page): void => {
    const { following } = page.undrawn;
    clearTimeout(following.timer);
    if (following.isShown) following.timer = setTimeout(() => void look(page), following.pause);
  };
  const look = async (page: Page): Promise<void> => {
    const { following } = page.undrawn;
    if (following.isLooking) return;
    following.isLooking = true;
    try {
      const isNew = await page.look();
      following.pause = isNew ? quickest : Math.min(slowest, following.pause * SLOWER);
    } finally {
      following.isLooking = false;
      wait(page);
    }
  };
  const stop = function (this: object): void {
    const { following } = (this as Page).undrawn;
    following.isShown = false;
    clearTimeout(following.timer);
  };
  return {
    name: 'follows',
    data: () => ({}),
    undrawn: () => ({
      following: { timer: 0, pause: quickest, isShown: false, isLooking: false },
    }),
    methods: {
      async lookSoon(this: Page) {
        this.undrawn.following.pause = quickest;
        await look(this);
      },
    },
    hooks: {
      onShow(this: object) {
        const { following } = (this as Page).undrawn;
        following.isShown = true;
        following.pause = quickest;
        wait(this as Page);
      },
      onHide: stop,
      onUnload: stop,
    },
  };
}
