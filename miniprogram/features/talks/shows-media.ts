import type { MediaKind, Talk, TalkLine } from '../../../typings/contract';
import type { Outcome } from '../../lib/call';
import { download } from '../../lib/cloud-files';
import type { Said } from '../../lib/screen/event';
import type { Part } from '../../lib/screen/part';
import type { Sounding } from '../../lib/screen/sounding';
import { showFile } from '../../lib/show-file';
import { FAILED, type Links } from './media-row';
import { unsentOf, type Side } from './outbox';

interface Shows {
  /** `bind:media` of the lines of a talk. */
  openMedia(event: Said<{ id: string; what: MediaKind; name: string }>): Promise<void>;
  /** Fetches the pictures that can be seen and are not there yet. */
  fetchPictures(): Promise<void>;
}

interface Wants {
  /** A link to something in this talk. */
  linkOf(mediaId: string): Promise<Outcome<{ fileId: string }>>;
  redraw(): void;
}

type Page = Wants &
  Shows &
  Sounding & {
    data: { talkId: string; talk: Talk | null; sound: { playing: string; heard: string } };
    undrawn: { lines: TalkLine[]; links: KnownLinks; fetching: boolean };
  };

interface Link {
  src: string;
  /** When it was given, ms. */
  at: number;
}

type KnownLinks = Map<string, Link>;

/** No link of a talk is known yet. */
export const noLinks = (): KnownLinks => new Map<string, Link>();

/** A link is good for ten minutes and a little; a picture that is drawn stays. */
const GOOD_MS = 9 * 60_000;

/** Where pictures are, for drawing. */
export const linksOf = ({ links }: { links: ReadonlyMap<string, { src: string }> }): Links =>
  Object.fromEntries([...links].map(([id, { src }]) => [id, src]));

/** Pictures, voices and files of a talk: fetched, heard and opened. */
export const showsMedia = (side: Side): Part<object, Shows, Wants> => ({
  name: 'showsMedia',
  data: () => ({}),
  undrawn: () => ({ fetching: false }),
  methods: {
    async openMedia(this: Page, { detail: { id, what, name } }) {
      const own = unsentOf(this.data.talkId, side).find((line) => line.id === id)?.file;
      const { sound } = this.data;
      if (what === 'voice' && (sound.playing === id || sound.heard === id)) return this.hear(id, '');
      const src = own ? own.path : await linkTo(this, id);
      if (!src) wx.showToast({ title: '没有取到，请检查网络再试', icon: 'none' });
      else if (what === 'voice') this.hear(id, src);
      else if (what === 'picture') wx.previewImage({ urls: [src] });
      else await openFile(own ? src : await download(src), name);
    },
    async fetchPictures(this: Page) {
      if (this.undrawn.fetching) return;
      this.undrawn.fetching = true;
      for (const id of missing(this, side)) {
        await linkTo(this, id);
        this.redraw();
      }
      this.undrawn.fetching = false;
    },
  },
});

async function openFile(path: string | undefined, name: string): Promise<void> {
  if (!path || !(await showFile(path, name))) wx.showToast({ title: '没有打开，请再试', icon: 'none' });
}

/** The link that is there, or a new one; undefined where none came. */
async function linkTo(page: Page, id: string): Promise<string | undefined> {
  const { links } = page.undrawn;
  const known = links.get(id);
  if (known && known.src !== FAILED && Date.now() - known.at < GOOD_MS) return known.src;
  const outcome = await page.linkOf(id);
  const src = outcome.kind === 'value' ? outcome.value.fileId : undefined;
  links.set(id, { src: src ?? FAILED, at: Date.now() });
  return src;
}

/** Pictures that this side may see and that are nowhere yet. */
function missing({ data: { talk }, undrawn: { lines, links } }: Page, side: Side): string[] {
  return lines.flatMap(({ card, from, takenBack }) => {
    if (card?.kind !== 'media' || card.what !== 'picture' || takenBack || links.has(card.mediaId)) return [];
    const state = talk?.media.find(({ mediaId }) => mediaId === card.mediaId)?.state;
    const isSeen = state === 'fit' || (from === side && (state === 'checking' || state === 'unsure'));
    return isSeen ? [card.mediaId] : [];
  });
}
