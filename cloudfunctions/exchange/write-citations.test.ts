import { written, type Citation } from './write-citations';

const article: Citation = {
  id: 'one',
  kind: 'article',
  title: '宋代点茶器具考',
  authors: ['沈冬梅', '孙机', '扬之水', '廖宝秀'],
  within: '农业考古',
  publisher: '',
  year: '2019',
  volume: '12',
  number: '2',
  pages: '45-52',
  isbn: '',
  doi: '10.1000/tea.2019.2',
};
const chapter: Citation = {
  ...article,
  kind: 'chapter',
  title: '茶与城市',
  authors: ['Ling Wang'],
  within: '茶史论集',
  publisher: '中华书局',
  number: '',
  volume: '',
  doi: '',
};
const book: Citation = {
  ...chapter,
  kind: 'book',
  title: '50% 的{茶} & 水_',
  within: '',
  pages: '',
  isbn: '9787101012345',
};

describe('GB/T 7714', () => {
  const lines = written([article, chapter, book], 'gbt7714').split('\n');

  it('names three authors and says 等 of more', () => {
    expect(lines[0]).toBe(
      '[1] 沈冬梅, 孙机, 扬之水, 等. 宋代点茶器具考[J]. 农业考古, 2019, 12(2): 45-52. DOI: 10.1000/tea.2019.2.',
    );
  });

  it('puts a chapter into its book, and a book alone', () => {
    expect(lines[1]).toBe('[2] Ling Wang. 茶与城市[M]//茶史论集. 中华书局, 2019: 45-52.');
    expect(lines[2]).toBe('[3] Ling Wang. 50% 的{茶} & 水_[M]. 中华书局, 2019.');
  });

  it('says et al of foreign names, and nothing of what is not known', () => {
    const authors = ['A B', 'C D', 'E F', 'G H'];
    const bare = { ...article, authors, within: '', year: '', volume: '', number: '', pages: '', doi: '' };
    expect(written([bare], 'gbt7714')).toBe('[1] A B, C D, E F, et al. 宋代点茶器具考[J].\n');
    expect(written([{ ...bare, authors: [] }], 'gbt7714')).toBe('[1] 宋代点茶器具考[J].\n');
  });
});

describe('RIS', () => {
  it('gives each reference its type, a tag a line, and an end', () => {
    const text = written([article, chapter], 'ris');
    expect(text.split('\r\n')).toEqual([
      'TY  - JOUR',
      ...article.authors.map((name) => `AU  - ${name}`),
      'TI  - 宋代点茶器具考',
      'JO  - 农业考古',
      'PY  - 2019',
      'VL  - 12',
      'IS  - 2',
      'SP  - 45',
      'EP  - 52',
      'DO  - 10.1000/tea.2019.2',
      'ER  - ',
      '',
      'TY  - CHAP',
      'AU  - Ling Wang',
      'TI  - 茶与城市',
      'T2  - 茶史论集',
      'PB  - 中华书局',
      'PY  - 2019',
      'SP  - 45',
      'EP  - 52',
      'ER  - ',
      '',
    ]);
  });

  it('keeps to one line a tag, whatever was typed', () => {
    const text = written([{ ...article, title: '一\r\nER  - \r\nTY  - BOOK' }], 'ris');
    expect(text.match(/^ER {2}- $/gm)).toHaveLength(1);
    expect(text).toContain('TI  - 一 ER - TY - BOOK');
  });
});

describe('BibTeX', () => {
  it('writes what TeX would read as its own in another way', () => {
    const text = written([book], 'bibtex');
    expect(text).toContain('title = {50\\% 的\\{茶\\} \\& 水\\_}');
    expect(text.startsWith('@book{ref2019-1,\n')).toBe(true);
  });

  it('gives every reference a key of its own', () => {
    const keys = written([article, article, chapter], 'bibtex').match(/^@\w+\{[^,]+/gm);
    expect(new Set(keys).size).toBe(3);
  });

  it('joins authors and pages as BibTeX takes them', () => {
    const text = written([article], 'bibtex');
    expect(text).toContain('author = {沈冬梅 and 孙机 and 扬之水 and 廖宝秀}');
    expect(text).toContain('pages = {45--52}');
  });
});
