import type {
  Ages,
  ListCard,
  ListPage,
  ListShown,
  ListedTitle,
  LocalDate,
  MyList,
  OwnList,
  SearchHit,
  TitleFacts,
} from '../../../typings/contract';
import { agesWords } from '../../lib/ages';
import { availabilityLine, type AvailabilityLine } from '../../lib/availability';
import { localDateOf, shortDate } from '../../lib/dates';

/** A list among others. */
export interface CardView {
  listId: string;
  name: string;
  about: string;
  /** Who made it and how many titles it has. */
  facts: string;
  covers: TitleFacts[];
  /** Only on lists that are not simply public: what became of it. */
  state: ShownWords | null;
  why: string;
}

interface ShownWords {
  tone: 'good' | 'soon' | 'urgent' | 'quiet';
  icon: string;
  text: string;
}

const SHOWN: Record<ListShown, ShownWords> = {
  private: { tone: 'quiet', icon: 'shield', text: '仅自己可见' },
  waiting: { tone: 'soon', icon: 'clock', text: '等待审核' },
  public: { tone: 'good', icon: 'people', text: '已公开' },
  refused: { tone: 'urgent', icon: 'alert', text: '没有公开' },
};
const DRAFT: ShownWords = { tone: 'soon', icon: 'clock', text: '草稿' };

const shownWords = ({ by, shown }: Pick<OwnList, 'by' | 'shown'>): ShownWords =>
  by === 'library' && shown === 'private' ? DRAFT : SHOWN[shown];

export const cardView = (list: ListCard): CardView => ({
  listId: list.listId,
  name: list.name,
  about: list.about,
  facts: [list.author, agesOf(list), list.titles > 0 ? books(list.titles) : '还没有书']
    .filter(Boolean)
    .join(' · '),
  covers: list.covers,
  state: null,
  why: '',
});

const agesOf = ({ ages }: Pick<ListCard, 'ages'>): string => (ages ? agesWords(ages) : '');

/** "10 本" that no line breaks. */
const books = (count: number): string => `${count}\u00a0本`;

/** One's own lists, and those of the library at the desk. */
export const ownCardView = (list: OwnList): CardView => ({
  ...cardView(list),
  state: shownWords(list),
  why: list.shown === 'refused' ? list.why : '',
});

export const myCardView = (list: MyList): CardView =>
  list.builtIn
    ? {
        ...cardView(list),
        about: '看到感兴趣的书，先记在这里。',
        facts: `${books(list.titles)} · 仅自己可见`,
      }
    : ownCardView(list);

/** A title on a list. */
export interface TitleRow {
  key: string;
  /** The id by which the list's owner acts on it. */
  listedAs: string;
  book: TitleFacts;
  note: string;
  line: AvailabilityLine;
  gone: boolean;
}

export const titleRow = (
  { title, listedAs, note, availability, gone }: ListedTitle,
  today: LocalDate,
): TitleRow => ({
  key: listedAs,
  listedAs,
  book: title,
  note,
  line: gone ? GONE : availabilityLine(availability, today),
  gone,
});

/** A title that was just found, as the row that it will be. */
export const foundRow = (
  { titleId, title, authors, publisher, year, clc, availability }: SearchHit,
  today: LocalDate,
): TitleRow => {
  const facts = { titleId, title, authors, publisher, year, clc };
  return titleRow({ title: facts, listedAs: titleId, note: '', availability, gone: false }, today);
};

const GONE: AvailabilityLine = {
  tone: 'quiet',
  text: '目录里已没有这本书',
  detail: '别的读者看不到它，可以移出',
};

/** The head of a list's page. */
export interface HeadView {
  listId: string;
  name: string;
  about: string;
  author: string;
  facts: string;
  titles: number;
  changedAt: string;
  shown: ListShown;
  state: ShownWords;
  why: string;
  mine: boolean;
  builtIn: boolean;
  readersOpen: boolean;
  ages?: Ages;
  /** Others may see it, so it can be passed on. */
  isPublic: boolean;
  byReader: boolean;
}

export const headView = ({ head, readersOpen }: ListPage, today: LocalDate): HeadView => ({
  listId: head.listId,
  name: head.name,
  about: head.about,
  author: head.author,
  facts: factsOf(head, today),
  titles: head.titles,
  changedAt: head.changedAt,
  shown: head.shown,
  state: shownWords(head),
  why: head.why,
  mine: head.mine,
  builtIn: head.builtIn,
  readersOpen,
  ...(head.ages && { ages: head.ages }),
  isPublic: head.shown === 'public',
  byReader: head.by === 'reader',
});

const factsOf = (
  list: Pick<ListCard, 'author' | 'titles' | 'ages' | 'changedAt'>,
  today: LocalDate,
): string => {
  const changed = `${shortDate(localDateOf(list.changedAt), today)} 更新`;
  return [list.author, agesOf(list), books(list.titles), ...(list.titles > 0 ? [changed] : [])]
    .filter(Boolean)
    .join(' · ');
};
