import type { MediaKind, MediaState, TalkCard } from '../../../typings/contract';
import type { Unsent } from './outbox';

/** A picture, a voice or a file in a talk, as it is shown. */
export interface MediaRow {
  id: string;
  what: MediaKind;
  /** Why nothing can be opened; '' where it can. */
  withheld: string;
  /** Whoever answers is to look whether it may be seen. */
  judge: boolean;
  /** What is said besides, of what can be opened. */
  note: string;
  title: string;
  /** Of a picture: where it is now; '' while it is fetched. */
  src: string;
  /** It did not come: a tap asks again. */
  failed: boolean;
  /** Of a voice: how wide it is shown, rpx. */
  wide: number;
  /** What somebody hears who does not see it. */
  label: string;
}

/** Where the picture of something is, by its id; 'failed' where it did not come. */
export type Links = Readonly<Record<string, string>>;
export const FAILED = 'failed';

const NAMES: Record<MediaKind, string> = { picture: '图片', voice: '录音', file: '文件' };

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const widthOf = (seconds: number): number => 200 + Math.min(60, seconds) * 4;

const titleOf = (what: MediaKind, name: string, seconds: number): string => {
  if (what === 'voice') return `${seconds}″`;
  return what === 'file' ? name || '文件' : '图片';
};

/** Why the other side does not see it (yet), and what whoever sent it reads. */
function wordsOf(what: MediaKind, state: MediaState, isOwn: boolean): { withheld: string; note: string } {
  const name = NAMES[what];
  switch (state) {
    case 'fit':
      return { withheld: '', note: '' };
    case 'refused':
      return { withheld: `${name}没有通过检查，不能展示`, note: '' };
    case 'unsure':
      return isOwn
        ? { withheld: '', note: '等馆员查看，之后对方可见' }
        : { withheld: `${name}待馆员查看`, note: '' };
    case 'awaited':
    case 'checking':
      return isOwn
        ? { withheld: '', note: '正在检查，之后对方可见' }
        : { withheld: `${name}正在检查`, note: '' };
  }
}

/** A card of a talk that is one of these; null of others. */
export function mediaRow(
  card: TalkCard | null,
  {
    state,
    isOwn,
    judges,
    links,
  }: { state: MediaState | undefined; isOwn: boolean; judges: boolean; links: Links },
): MediaRow | null {
  if (card?.kind !== 'media') return null;
  const { mediaId, what, name, seconds, bytes, transcript } = card;
  const { withheld, note } = wordsOf(what, state ?? 'refused', isOwn);
  const link = links[mediaId] ?? '';
  const size = what === 'file' ? sizeWords(bytes) : '';
  return {
    judge: judges && state === 'unsure',
    ...{ id: mediaId, what, withheld, title: titleOf(what, name, seconds), wide: widthOf(seconds) },
    note: [size, withheld ? '' : transcript, note].filter(Boolean).join(' · '),
    src: link === FAILED ? '' : link,
    failed: link === FAILED,
    label: [NAMES[what], what === 'voice' ? `${seconds} 秒` : what === 'file' ? name : '', withheld || note]
      .filter(Boolean)
      .join('，'),
  };
}

/** One of this phone that has not arrived. */
export function ownMediaRow({ id, file }: Pick<Unsent, 'id' | 'file'>): MediaRow | null {
  if (!file) return null;
  const { kind: what, name, seconds, path } = file;
  return {
    judge: false,
    ...{ id, what, withheld: '', note: '', title: titleOf(what, name, seconds), wide: widthOf(seconds) },
    ...{ src: what === 'picture' ? path : '', failed: false, label: NAMES[what] },
  };
}
