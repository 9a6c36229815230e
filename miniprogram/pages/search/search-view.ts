import type { SearchResult, SearchSort } from '../../../typings/contract';
import { endText, totalText, type Question } from '../../lib/find';
import { hitRow, type HitRow } from '../../components/hit-row/hit-view';
import { filtersOf, type Chosen } from './chosen';

export const sorts: { sort: SearchSort; name: string }[] = [
  { sort: 'relevance', name: '相关度' },
  { sort: 'newest', name: '最新入藏' },
  { sort: 'most_borrowed', name: '借阅最多' },
];

interface AnswerView {
  list: HitRow[];
  total: string;
  end: string;
  nextPage: number;
  didYouMean: string;
  advice: string;
  /** What the library has answered is shown beside books. */
  asksOfLibrary: boolean;
  [more: string]: unknown;
}

/** The first page of an answer as the tab shows it. */
export function answerView(
  result: SearchResult,
  asked: { query: string; narrowed: boolean; sort: SearchSort },
  today: string,
): AnswerView {
  return {
    list: result.list.map((hit) => hitRow(hit, today)),
    total: totalText(result),
    end: endText(result, result.list.length, asked.sort),
    nextPage: result.nextPage ?? 0,
    didYouMean: meant(result, asked.query),
    advice: advice(asked.query, asked.narrowed),
    asksOfLibrary: asksOfLibrary(result, asked.query),
  };
}

/** Words of a question, which titles of books seldom have. */
const QUESTION = /[?？吗]$|怎么|怎样|如何|几点|多久|多少钱|能不能|可不可以|哪里[能可]|要不要/;

/** A question to the library, or something that no book has: what was answered before may tell. */
function asksOfLibrary({ list }: SearchResult, query: string): boolean {
  return (list.length === 0 && isbnIn(query) === '') || QUESTION.test(query.trim());
}

/** What was probably meant; nothing where the first answer holds what was typed, letter by letter. */
function meant({ didYouMean = '', list }: SearchResult, query: string): string {
  const [first] = list;
  const literal = first && `${first.title} ${first.authors}`.toLowerCase().includes(query.toLowerCase());
  return literal ? '' : didYouMean;
}

/** What to try when nothing was found, by what was asked. */
export function advice(query: string, narrowed: boolean): string {
  if (narrowed) return '换个说法，或者去掉一些筛选条件再找。';
  if (isbnIn(query)) return '这本书还没有入藏。也可以用书名找找其他版本。';
  if (/^[\dXx -]{8,17}$/.test(query)) return '请核对 ISBN，或改用书名查找。';
  return '试试只输入书名中的几个字，或换成作者的姓名。';
}

/** What a scanned code asks for: an ISBN without its marks, anything else as it is. */
export function scannedQuery(code: string): string {
  const text = code.trim();
  return /^[\d-]{9,16}[\dXx]$/.test(text) ? text.replace(/-/g, '') : text;
}

/** The ISBN that a text is, thirteen digits or ten, its check digit right; '' for anything else. */
export function isbnIn(text: string): string {
  const plain = text.replace(/[\s-]/g, '').toUpperCase();
  const digits = [...plain].map((sign) => (sign === 'X' ? 10 : Number(sign)));
  const sum = (weight: (place: number) => number): number =>
    digits.reduce((all, digit, place) => all + digit * weight(place), 0);
  if (/^97[89]\d{10}$/.test(plain) && sum((place) => (place % 2 ? 3 : 1)) % 10 === 0) return plain;
  if (/^\d{9}[\dX]$/.test(plain) && sum((place) => 10 - place) % 11 === 0) return plain;
  return '';
}

/** What is asked for: the words, what they are narrowed to and the order, where it is not the usual one. */
export function questionOf({
  asked,
  chosen,
  sort,
}: {
  asked: string;
  chosen: Chosen;
  sort: SearchSort;
}): Question {
  return { query: asked, ...(sort === 'relevance' ? {} : { sort }), ...filtersOf(chosen) };
}
