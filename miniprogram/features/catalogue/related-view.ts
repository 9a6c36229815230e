import type {
  Availability,
  LocalDate,
  RelatedTitle,
  RelatedTitles,
  SimilarTitle,
  TitleFacts,
} from '../../../typings/contract';
import { availabilityLine } from '../../lib/availability';
import { className } from '../../lib/classes';

/** A title in a strip: its cover, a line of what it is, a line of what can be had. */
interface StripBook {
  titleId: string;
  book: TitleFacts;
  note: string;
  standing: string;
  good: boolean;
}

interface VolumeRow {
  titleId: string;
  name: string;
  /** Which part, where the end of a long name would be cut off. */
  part: string;
  standing: string;
  good: boolean;
  here: boolean;
}

export interface RelatedView {
  editions: StripBook[];
  volumes: VolumeRow[];
  moreVolumes: number;
  similar: StripBook[];
}

/** Volumes that are rows before "全部". */
const FIRST_VOLUMES = 5;
/** A name of more characters is cut after two lines on a small phone. */
const LONG_NAME = 22;

export function relatedView(related: RelatedTitles, today: LocalDate, allVolumes = false): RelatedView {
  const shown = allVolumes ? related.volumes : aroundHere(related.volumes);
  return {
    editions: related.editions.map((each) => strip(each, imprintOf(each), today)),
    volumes: shown.map((volume) => ({
      titleId: volume.titleId,
      name: volume.title,
      part: volume.title.length > LONG_NAME ? volume.part : '',
      here: volume.here,
      ...standingOf(volume.availability, today),
    })),
    moreVolumes: related.volumes.length - shown.length,
    similar: related.similar.map((each) => strip(each, reasonOf(each), today)),
  };
}

/** The first few, or those around this title when it stands further back. */
function aroundHere<T extends { here: boolean }>(volumes: T[]): T[] {
  const here = volumes.findIndex((volume) => volume.here);
  const start = Math.max(0, Math.min(here - 2, volumes.length - FIRST_VOLUMES));
  return volumes.slice(start, start + FIRST_VOLUMES);
}

function strip(each: RelatedTitle, note: string, today: LocalDate): StripBook {
  const { titleId, title, authors, publisher, year, clc, availability } = each;
  return {
    titleId,
    book: { titleId, title, authors, publisher, year, clc },
    note,
    ...standingOf(availability, today),
  };
}

function standingOf(availability: Availability, today: LocalDate): { standing: string; good: boolean } {
  const { tone, text } = availabilityLine(availability, today);
  return { standing: text, good: tone === 'good' };
}

const imprintOf = ({ publisher, year }: TitleFacts): string =>
  [year > 0 ? `${year}` : '', publisher].filter(Boolean).join(' ') || '出版信息待补';

function reasonOf({ because }: SimilarTitle): string {
  switch (because.reason) {
    case 'author':
      return '同一作者';
    case 'subject':
      return `同主题：${because.subject}`;
    case 'class':
      return `同类常借${className(because.clc) ? ` · ${className(because.clc)}` : ''}`;
  }
}
