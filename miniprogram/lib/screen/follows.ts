import { hear } from '../bell';
import type { Part } from './part';

interface Follows {
  /** Something was done here: looks at once, and often again. */
  lookSoon(): Promise<void>;
}

interface Looks {
  /** Asks what is new and shows it; tells whether there was something. */
  look(): Promise<boolean>;
  /** Whether something may come now; left out, it always may. */
  waits?(): boolean;
}

interface Rhythm {
  /** ms between two looks while something happens. */
  quickest: number;
  /** ms at most, when nothing does. */
  slowest: number;
  /** Heard while something may come. */
  bells: readonly ('me' | 'desk')[];
}

interface Following extends Rhythm {
  timer: ReturnType<typeof setTimeout> | undefined;
  pause: number;
  isShown: boolean;
  isLooking: boolean;
  /** Rung while it was looking: it looks once more. */
  again: boolean;
  /** How to stop hearing; one for each bell that is heard. */
  hearing: (() => void)[];
  /** A bell could not be heard: it goes on without until it is shown again. */
  isDeaf: boolean;
}

const SLOWER = 1.4;
/** ms between looks where the bells are heard: for what they do not tell. */
const HEARING_PAUSE = 25_000;

type Page = Looks & { undrawn: { following: Following } };

const stopTimer = ({ timer }: Following): void => {
  if (timer !== undefined) clearTimeout(timer);
};

const quiet = (following: Following): void => {
  for (const stop of following.hearing) stop();
  following.hearing = [];
};

const wait = (page: Page): void => {
  const { following } = page.undrawn;
  stopTimer(following);
  const pause = following.hearing.length > 0 ? HEARING_PAUSE : following.pause;
  if (following.isShown) following.timer = setTimeout(() => void look(page), pause);
};

const goDeaf = (page: Page): void => {
  const { following } = page.undrawn;
  following.isDeaf = true;
  quiet(following);
  wait(page);
};

const listen = (page: Page): void => {
  const { following } = page.undrawn;
  const { isShown, isDeaf, bells } = following;
  const wants = isShown && !isDeaf && bells.length > 0 && (page.waits?.() ?? true);
  if (!wants) return quiet(following);
  if (following.hearing.length > 0) return;
  following.hearing = bells.map((bell) =>
    hear(
      bell,
      () => void look(page),
      () => goDeaf(page),
    ),
  );
  if (following.isDeaf) quiet(following);
};

const look = async (page: Page): Promise<void> => {
  const { following } = page.undrawn;
  if (following.isLooking) {
    following.again = true;
    return;
  }
  following.isLooking = true;
  following.again = false;
  try {
    const isNew = await page.look();
    const { quickest, slowest, pause } = following;
    following.pause = isNew ? quickest : Math.min(slowest, pause * SLOWER);
  } finally {
    following.isLooking = false;
    listen(page);
    wait(page);
  }
  if (following.again) await look(page);
};

const start = function (this: object): void {
  const page = this as Page;
  const { following } = page.undrawn;
  following.isShown = true;
  following.isDeaf = false;
  following.pause = following.quickest;
  listen(page);
  wait(page);
};

const stop = function (this: object): void {
  const { following } = (this as Page).undrawn;
  following.isShown = false;
  stopTimer(following);
  quiet(following);
};

/**
 * A page that follows what others do. It is rung while something may come; where ringing does not work it
 * looks again and again, often while something happens and seldomer when nothing does. Not at all behind
 * another page, and never two looks at once.
 */
export function follows({ quickest = 3_000, slowest = 15_000, bells = [] }: Partial<Rhythm> = {}): Part<
  object,
  Follows,
  Looks
> {
  return {
    name: 'follows',
    data: () => ({}),
    undrawn: () => ({
      following: {
        ...{ quickest, slowest, bells, pause: quickest, timer: undefined },
        ...{ isShown: false, isLooking: false, again: false, hearing: [], isDeaf: false },
      },
    }),
    methods: {
      async lookSoon(this: Page) {
        const { following } = this.undrawn;
        following.pause = following.quickest;
        await look(this);
      },
    },
    hooks: { onShow: start, onHide: stop, onUnload: stop },
  };
}
