import type { LocalDate, Me, TitleFacts, TitlePage } from '../../../typings/contract';
import { availabilityLine, type AvailabilityLine } from '../../lib/availability';
import { className } from '../../lib/classes';
import { shortDate } from '../../lib/dates';
import { kindNames, languageName } from '../../lib/record-words';
import { waitingText } from '../../lib/waiting';
import { branchRows, type BranchRow } from './holdings-view';
import { primaryOf, type Primary } from './primary';
import { average, ratingLine } from '../../lib/ratings';

const NAMES_SHOWN = 3;
const SUBJECTS_SHOWN = 8;
const ISBNS_SHOWN = 3;

interface Person {
  name: string;
  role: string;
}

interface Fact {
  label: string;
  /** One line each. */
  values: string[];
  /** A class whose titles the value leads to. */
  clc?: string;
}

export interface TitleView {
  book: TitleFacts;
  subtitle: string;
  people: Person[];
  morePeople: number;
  line: AvailabilityLine;
  queue: string;
  facts: Fact[];
  subjects: string[];
  summary: string;
  branches: BranchRow[];
  moreBranches: number;
  primary: Primary;
  /** Whether this library shows reviews. */
  reviewed: boolean;
  rating: string;
  /** The same on a button: "4.2 分". */
  rated: string;
}

interface Unfolded {
  people: boolean;
  branches: boolean;
}

export function titleView(
  page: TitlePage,
  me: Me | undefined,
  today: LocalDate,
  unfolded: Unfolded = { people: false, branches: false },
): TitleView {
  const { titleId, title, authors, publisher, year, clc } = page;
  return {
    book: { titleId, title, authors, publisher, year, clc },
    subtitle: page.subtitle,
    ...peopleOf(page, unfolded.people),
    line: standingOf(page, today),
    queue: queueText(page),
    facts: factsOf(page),
    subjects: page.subjects.slice(0, SUBJECTS_SHOWN),
    summary: page.summary,
    ...branchRows(page.branches, unfolded.branches),
    primary: primaryOf(page, me, today),
    reviewed: page.rating !== undefined,
    rating: page.rating ? ratingLine(page.rating) : '',
    rated: page.rating && page.rating.count > 0 ? `${average(page.rating)} 分` : '书评',
  };
}

/** What the title is to this reader now: their own hold matters more than what others can have. */
function standingOf({ availability, myHold }: TitlePage, today: LocalDate): AvailabilityLine {
  const line = availabilityLine(availability, today);
  if (!myHold) return { ...line, detail: placesText(availability.onShelfAt) || line.detail };
  if (myHold.status === 'ready') {
    const until = myHold.pickUpBy ? `，保留到 ${shortDate(myHold.pickUpBy, today)}` : '';
    return { tone: 'good', text: '可以取书', detail: `${myHold.pickUpBranchName}${until}` };
  }
  const text = myHold.onItsWay ? '书在路上' : `您排第 ${myHold.position} 位`;
  const places = placesText(availability.onShelfAt) || line.detail;
  return { tone: 'soon', text, detail: [line.text, places].filter(Boolean).join('，') };
}

/** Thirty branches are not a line. */
function placesText(names: string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 馆` : names.join('、');
}

function peopleOf(page: TitlePage, all: boolean): { people: Person[]; morePeople: number } {
  const people =
    page.contributors.length > 0 ? page.contributors : page.authors ? [{ name: page.authors, role: '' }] : [];
  const shown = all ? people : people.slice(0, NAMES_SHOWN);
  return {
    people: shown.map(({ name, role }) => ({ name, role })),
    morePeople: people.length - shown.length,
  };
}

function queueText(page: TitlePage): string {
  const { waiting, ready } = page.queue;
  const parts = [waiting > 0 ? `${waiting} 人在等` : '', ready > 0 ? `${ready} 册在预约架待取` : ''];
  const own = page.myHold && page.myHold.status === 'waiting' && !page.myHold.onItsWay;
  const wait = page.waitingTime && !own ? `现在预约${waitingText(page.waitingTime)}` : '';
  return [parts.filter(Boolean).join('，'), wait].filter(Boolean).join('。');
}

function factsOf(page: TitlePage): Fact[] {
  const imprint = [page.publisher, page.year > 0 ? `${page.year} 年` : ''].filter(Boolean).join('，');
  const others = page.isbns.length - ISBNS_SHOWN;
  const isbns = page.isbns
    .slice(0, ISBNS_SHOWN)
    .flatMap(({ isbn13, isbn10 }) => [isbn13, ...(isbn10 ? [`${isbn10}（10 位）`] : [])]);
  const facts: Fact[] = [
    { label: '出版', values: [imprint] },
    { label: '索书号', values: [page.callNumber] },
    {
      label: '分类',
      values: [[page.clc, className(page.clc)].filter(Boolean).join(' ')],
      ...(page.clc && { clc: page.clc }),
    },
    { label: 'ISBN', values: [...isbns, ...(others > 0 ? [`另有 ${others} 个`] : [])] },
    { label: '语种', values: [languageName(page.language)] },
    { label: '类型', values: [page.kind === 'book' ? '' : kindNames[page.kind]] },
  ];
  return facts
    .map((fact) => ({ ...fact, values: fact.values.filter(Boolean) }))
    .filter(({ values }) => values.length > 0);
}
