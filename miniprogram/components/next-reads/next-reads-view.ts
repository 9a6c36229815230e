import type { Because, LocalDate, Recommended, TitleFacts } from '../../../typings/contract';
import { availabilityLine } from '../../lib/availability';
import { className } from '../../lib/classes';

export interface NextRead {
  titleId: string;
  book: TitleFacts;
  /** Why it is shown, in a sentence. */
  why: string;
  standing: string;
  good: boolean;
  authors: string;
  reasonKey: string;
}

/** `refused`: what this phone was told that nobody wants. */
export function nextReads(
  list: readonly Recommended[],
  today: LocalDate,
  refused: readonly string[] = [],
): NextRead[] {
  const no = new Set(refused);
  return list
    .filter(
      ({ title, reasonKey }) =>
        !no.has(`t:${title.titleId}`) && !no.has(`a:${title.authors}`) && !no.has(`r:${reasonKey}`),
    )
    .map(({ title, availability, because, reasonKey }) => {
      const { tone, text } = availabilityLine(availability, today);
      return {
        titleId: title.titleId,
        book: title,
        why: whySentence(because),
        standing: text,
        good: tone === 'good',
        authors: title.authors,
        reasonKey,
      };
    });
}

/** The term that decided, as the library said it. */
function whySentence(because: Because): string {
  switch (because.by) {
    case 'readers':
      return `借过${book(because.title)}的读者里，至少 ${because.readers} 位也借了它`;
    case 'author':
      return `与${book(because.title)}同一作者：${because.author}`;
    case 'subject':
      return `与${book(because.title)}同主题：${because.subject}`;
    case 'class':
      return `与${book(because.title)}同类${className(because.clc) ? `：${className(because.clc)}` : ''}`;
    case 'publisher':
      return `与${book(because.title)}同一出版社：${because.publisher}`;
    case 'words':
      return `题名与${book(because.title)}相近`;
    case 'interest':
      return because.isNew
        ? `与您选的“${because.interest}”有关，本馆新到`
        : `与您选的“${because.interest}”有关，常有人借`;
    case 'popular':
      return because.group === 'children' ? '小读者常借' : '本馆读者常借';
  }
}

const LONGEST = 14;
const book = (title: string): string =>
  `《${title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title}》`;
