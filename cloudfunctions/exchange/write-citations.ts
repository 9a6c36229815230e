/** A document as a reference, for programs that keep references and for the end of a Chinese paper. */
export interface Citation {
  id: string;
  kind: 'article' | 'chapter' | 'book';
  title: string;
  authors: readonly string[];
  /** The journal of an article, the book of a chapter. */
  within: string;
  publisher: string;
  year: string;
  volume: string;
  number: string;
  /** "12-19" */
  pages: string;
  isbn: string;
  doi: string;
}

type Format = 'ris' | 'bibtex' | 'gbt7714';

/** The endings by which programs know them. */
export const CITATION_FILES: Record<Format, string> = { ris: 'ris', bibtex: 'bib', gbt7714: 'txt' };

export const written = (citations: readonly Citation[], format: Format): string => {
  switch (format) {
    case 'ris':
      return citations.map(risOf).join('\r\n');
    case 'bibtex':
      return citations.map((each, n) => bibtexOf(each, n)).join('\n');
    case 'gbt7714':
      return citations.map((each, n) => `[${n + 1}] ${gbt7714Of(each)}\n`).join('');
  }
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const pagesOf = (pages: string): [from: string, to: string] => {
  const [from = '', to = ''] = pages.split(/\s*[-–—~～]+\s*/);
  return [from.replace(/^pp?\.\s*/i, ''), to];
};

const RIS_TYPES = { article: 'JOUR', chapter: 'CHAP', book: 'BOOK' } as const;

/** RIS: a tag, two blanks, a hyphen, a blank; lines end with CR LF, and "ER" ends a reference. */
const risOf = (it: Citation): string => {
  const [from, to] = pagesOf(it.pages);
  const lines: [tag: string, value: string][] = [
    ['TY', RIS_TYPES[it.kind]],
    ...it.authors.map((name): [string, string] => ['AU', name]),
    ['TI', it.title],
    [it.kind === 'article' ? 'JO' : 'T2', it.within],
    ['PB', it.publisher],
    ['PY', it.year],
    ['VL', it.volume],
    ['IS', it.number],
    ['SP', from],
    ['EP', to],
    ['SN', it.isbn],
    ['DO', it.doi],
  ];
  const told = lines.filter(([, value]) => oneLine(value) !== '');
  return [...told.map(([tag, value]) => `${tag}  - ${oneLine(value)}`), 'ER  - ', ''].join('\r\n');
};

const BIBTEX_TYPES = { article: 'article', chapter: 'incollection', book: 'book' } as const;
const ESCAPED: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};
const forTex = (text: string): string =>
  oneLine(text).replace(/[\\{}$&#%_^~]/g, (sign) => ESCAPED[sign] ?? sign);

/** Keys are letters, digits and hyphens, and differ: the number says which it is of the file. */
const bibtexOf = (it: Citation, n: number): string => {
  const [from, to] = pagesOf(it.pages);
  const fields: [name: string, value: string][] = [
    ['title', forTex(it.title)],
    ['author', it.authors.map(forTex).join(' and ')],
    [it.kind === 'article' ? 'journal' : 'booktitle', forTex(it.within)],
    ['publisher', forTex(it.publisher)],
    ['year', it.year],
    ['volume', forTex(it.volume)],
    ['number', forTex(it.number)],
    ['pages', to ? `${forTex(from)}--${forTex(to)}` : forTex(from)],
    ['isbn', it.isbn],
    ['doi', oneLine(it.doi)],
  ];
  const told = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
  return `@${BIBTEX_TYPES[it.kind]}{ref${it.year}-${n + 1},\n${told.join(',\n')}\n}\n`;
};

/** GB/T 7714 names three authors, and says 等, or et al. of foreign names, where there are more. */
const MOST_AUTHORS = 3;

const authorsOf = (authors: readonly string[]): string => {
  const named = authors.slice(0, MOST_AUTHORS).map(oneLine);
  if (authors.length <= MOST_AUTHORS) return named.join(', ');
  const isForeign = named.every((name) => !/[\u3400-\u9fff]/.test(name));
  return `${named.join(', ')}, ${isForeign ? 'et al' : '等'}`;
};

const sentence = (...parts: string[]): string => parts.filter(Boolean).join('. ');

/** GB/T 7714—2015, numbered: [J] of a journal, [M] of a book, // before the book of a chapter. */
const gbt7714Of = (it: Citation): string => {
  const [from, to] = pagesOf(it.pages);
  const pages = to ? `${from}-${to}` : from;
  const at = pages ? `: ${pages}` : '';
  const doi = it.doi ? `DOI: ${oneLine(it.doi)}` : '';
  const authors = authorsOf(it.authors);
  const title = oneLine(it.title);
  const end = (text: string): string => (text.endsWith('.') ? text : `${text}.`);
  if (it.kind === 'article') {
    const inVolume = [it.volume, it.number && `(${it.number})`].join('');
    const where = [oneLine(it.within), it.year, inVolume].filter(Boolean).join(', ');
    return end(sentence(authors, `${title}[J]`, where && `${where}${at}`, doi));
  }
  const imprint = [oneLine(it.publisher), it.year].filter(Boolean).join(', ');
  if (it.kind === 'chapter') {
    const within = it.within ? `[M]//${oneLine(it.within)}` : '[M]';
    return end(sentence(authors, `${title}${within}`, imprint ? `${imprint}${at}` : pages, doi));
  }
  return end(sentence(authors, `${title}[M]`, imprint ? `${imprint}${at}` : pages, doi));
};
