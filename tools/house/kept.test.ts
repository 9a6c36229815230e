import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { figuresOf } from './figures';

const root = resolve(__dirname, '..', '..');
const figures = figuresOf(root);
const texts = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What a text links to beside it; addresses elsewhere and places in the same text are not asked for. */
const linked = (text: string): string[] =>
  [...read(text).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !target.includes(':'));

describe('this house', () => {
  it('is read', () => expect(figures.rooms.length).toBeGreaterThan(20));

  it('has no circles between files, of types neither', () => expect(figures.circles).toEqual([]));

  it('exports nothing that only its own file uses', () => expect(figures.ownExports).toEqual([]));

  it('has no block of styles in two sheets', () => expect(figures.repeatedStyles).toEqual([]));

  it('has no comment that goes on past 110 columns', () => expect(figures.wideComments).toEqual([]));

  it.each(texts)('%s leads to files that are there', (text) => {
    const gone = linked(text).filter((target) => !existsSync(join(root, dirname(text), target)));
    expect(gone).toEqual([]);
  });

  it('reads the links of its texts', () => expect(linked('docs/first-change.md').length).toBeGreaterThan(15));

  it('names threats whose tests are there', () => {
    const walls = [...read('docs/threats.md').matchAll(/\]\(\.\.\/([^)]+\.test\.ts)\) “([^”]+)”/g)];
    const gone = walls.filter(([, file = '', title = '']) => !read(file).includes(`'${title}'`));
    expect(gone.map(([, file, title]) => `${file}: ${title}`)).toEqual([]);
    expect(walls.length).toBeGreaterThan(10);
  });
});
