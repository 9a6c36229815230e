import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readEnding, readTree, sourceOf } from './sources';
import { linesOfTemplate, textsIn, unwantedIn, unwantedWords } from './wording';

/** What docs/wording.md says is not written stands in nothing that people read. */

const root = resolve(__dirname, '..', '..');
const unwanted = unwantedIn(readFileSync(join(root, 'docs', 'wording.md'), 'utf8'));
/** Rooms whose texts reach people; the analysis of what readers write knows the words of readers. */
const ROOMS = [
  'miniprogram',
  ...['steps', 'views', 'features', 'kernel'].map((room) => `cloudfunctions/${room}`),
];
/** Typography and the fitting of lines know marks that nobody writes. */
const TYPOGRAPHY = /^(lib\/picture|components\/book-cover\/fit|resources\/resource-view)\.ts/;

it('reads the table of the page', () => {
  expect(unwanted.length).toBeGreaterThan(10);
  expect(unwanted.find(({ form }) => form.test('请找工作人员'))?.instead).toContain('馆员');
});

it('finds an unwanted form in code and in a template, and none in a comment', () => {
  const source = sourceOf('page.ts', "// 管理员\nconst words = [`共 ${1} 本！`, '请点击'];");
  expect(unwantedWords(textsIn(source), unwanted).map((each) => each.split(' ')[0])).toEqual([
    'page.ts:2:',
    'page.ts:2:',
  ]);
  const template = { path: 'index.wxml', text: '<view aria-label="你的书">好</view>' };
  expect(unwantedWords(linesOfTemplate(template), unwanted)).toEqual(['index.wxml:1: 你 → 您']);
});

it.each(ROOMS)('%s says nothing in words that are not ours', (room) => {
  const folder = join(root, room);
  const spoken = [
    ...readTree(folder)
      .filter(({ isTest, path }) => !isTest && !TYPOGRAPHY.test(path))
      .flatMap(textsIn),
    ...readEnding(folder, '.wxml').flatMap(linesOfTemplate),
  ];
  expect(spoken.length).toBeGreaterThan(10);
  expect(unwantedWords(spoken, unwanted)).toEqual([]);
});
