import { measured } from './figures';
import { GOALS, missedBy } from './goals';
import { report } from './report';
import { sourceOf } from './sources';

const tree = (files: Record<string, string>) => {
  const all = Object.entries(files).map(([path, text]) => ({ path, text }));
  const sheets = all.filter(({ path }) => path.endsWith('.wxss'));
  const sources = all.filter((file) => !sheets.includes(file));
  return measured(
    sources.map(({ path, text }) => sourceOf(path, text)),
    sheets,
  );
};

/** Six lines of code, no two of one shape; names, strings and numbers may be others. */
const aPlace = ([own, other, text, number]: [string, string, string, number]): string => `
  const ${own} = await ${other}({ kind: ${text} });
  if (${own} === undefined) return;
  for (const row of ${own}.rows) row.add(${number}, ${other});
  this.setData({ ${own}, busy: false, more: ${own}.rows.length > ${number} });
  while (${own}.rows.length > ${number}) ${own}.rows.pop();
  await ${other}.done(${text}, ${own} + ${number});
`;
const ONE = aPlace(['loans', 'ask', "'loan'", 1]);
const SAME_SHAPE = aPlace(['holds', 'fetch', "'hold'", 20]);
const inFunction = (body: string): string => `export async function one() {${body}}\n`;

const real = ({ pairs }: ReturnType<typeof tree>) => pairs.filter(({ kind }) => kind === 'real');
const kinds = ({ pairs }: ReturnType<typeof tree>) => pairs.map(({ kind }) => kind);
const rowsOf = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n');

describe('lines', () => {
  it('are counted by room, those of tests apart', () => {
    const { rooms } = tree({
      'miniprogram/features/loans/row.ts': 'const a = 1;\nconst b = 2;\n',
      'miniprogram/features/holds/row.ts': 'const a = 1;\n',
      'miniprogram/features/holds/row.test.ts': '\n\n\n\n',
      'demo/stories/one.ts': '\n',
    });
    expect(rooms).toMatchObject([
      { name: 'demo', files: 1, lines: 1 },
      { name: 'miniprogram/features', files: 2, lines: 3, testLines: 4 },
    ]);
  });

  it('of pages are those of the pages alone', () => {
    const figures = tree({
      'miniprogram/pages/home/index.ts': 'Page({});\n',
      'miniprogram/features/loans/pages/mine/index.ts': 'Page({\n});\n',
      'miniprogram/features/loans/pages/mine/rows.ts': '\n\n\n\n',
      'miniprogram/components/sheet/index.ts': '\n\n\n\n',
    });
    expect(figures).toMatchObject({ pages: 2, pageLines: 3 });
  });
});

describe('casts', () => {
  const castsOf = (text: string) => tree({ 'local/cloud/x.ts': text }).rooms[0]?.casts;

  it.each([
    ['const a = b as string;', 1],
    ['const a = b as unknown as string;', 2],
    ['const a = <string>b;', 1],
    ["const a = ['x'] as const;", 0],
    ['// taken as given\nconst a = "as good as it gets";', 0],
    ["import { a as b } from './a';", 0],
    ['const a = { b: 1 } satisfies object;', 0],
  ])('%s has %d', (text, casts) => expect(castsOf(text)).toBe(casts));

  it('of tests do not count', () => {
    expect(tree({ 'local/cloud/x.test.ts': 'const a = b as string;' }).rooms[0]?.casts).toBe(0);
  });
});

describe('a repeated pair', () => {
  it('is found where the lines are the same', () => {
    const [pair, ...more] = real(
      tree({ 'local/a.ts': inFunction(ONE), 'local/b.ts': `const first = 1;\n${inFunction(ONE)}` }),
    );
    expect(pair?.places).toEqual([
      { path: 'local/a.ts', from: 1, to: 7 },
      { path: 'local/b.ts', from: 2, to: 8 },
    ]);
    expect(more).toEqual([]);
  });

  it('is found where names, strings and numbers are others', () => {
    expect(real(tree({ 'local/a.ts': inFunction(ONE), 'local/b.ts': inFunction(SAME_SHAPE) }))).toHaveLength(
      1,
    );
  });

  it('is found through comments, blank lines and lone punctuation', () => {
    const loosely = ONE.replace('while', '// why\n\n/** and\n how */\n{\n}\nwhile');
    expect(real(tree({ 'local/a.ts': inFunction(ONE), 'local/b.ts': inFunction(loosely) }))).toHaveLength(1);
  });

  it('is found within one file', () => {
    expect(real(tree({ 'local/a.ts': inFunction(ONE) + inFunction(SAME_SHAPE) }))).toHaveLength(1);
  });

  it('counts a repeated place once: four alike are three pairs', () => {
    const files = ['a', 'b', 'c', 'd'].map((name) => [`local/${name}.ts`, inFunction(ONE)]);
    expect(real(tree(Object.fromEntries(files)))).toHaveLength(3);
  });

  it('is a declaration of types only with the same names', () => {
    const ONE_ROW = `interface Row {
  id: string;
  days: number[];
  from: Date | undefined;
  open: boolean;
  title: Title & Volume;
}`;
    const pairsWith = (other: string) => real(tree({ 'local/a.ts': ONE_ROW, 'local/b.ts': other }));
    expect(pairsWith(ONE_ROW)).toHaveLength(1);
    expect(pairsWith(ONE_ROW.replace('days', 'dates'))).toEqual([]);
  });

  it('is not five lines', () => {
    const five = ONE.trim().split('\n').slice(1).join('\n');
    expect(kinds(tree({ 'local/a.ts': five, 'local/b.ts': five }))).toEqual([]);
  });

  it('is not a list of imports', () => {
    const imports = rowsOf(12, (n) => `import { a${n}, b } from '../a${n}';`);
    expect(kinds(tree({ 'local/a.ts': imports, 'local/b.ts': imports }))).toEqual([]);
  });

  it('is told apart where rows of data are alike', () => {
    const rows = rowsOf(12, (n) => `add({ name: 'row ${n}', order: ${n}, code: 'a', from: { day: 1 } });`);
    expect(new Set(kinds(tree({ 'local/a.ts': rows, 'local/b.ts': rows })))).toEqual(new Set(['table']));
  });

  it('is told apart inside a table, whatever its rows look like', () => {
    const entries = rowsOf(3, (n) =>
      [`a${n}: { b: 'b', c: [1, 2] },`, `d${n}: 'd' + x,`, `e${n}: (n) => f(n),`, `g${n}: h(1),`].join('\n'),
    );
    const rows = `export const rows = {\n${entries}\n};\n`;
    expect(new Set(kinds(tree({ 'local/a.ts': rows, 'local/b.ts': rows })))).toEqual(new Set(['table']));
  });

  it('is told apart where six lines say next to nothing', () => {
    const thin = 'if (a) {\n  b();\n  return;\n} else {\n  c = d;\n  e\n}';
    expect(kinds(tree({ 'local/a.ts': thin, 'local/b.ts': thin }))).toEqual(['thin']);
  });

  it('is not sought in tests', () => {
    expect(kinds(tree({ 'local/a.test.ts': ONE, 'tests/b.ts': ONE, 'local/c.ts': ONE }))).toEqual([]);
  });
});

describe('a circle', () => {
  it('is found through values, types, dynamic imports and index files', () => {
    const { circles } = tree({
      'local/a.ts': "import { b } from './b';",
      'local/b.ts': "export type B = import('./c').C;",
      'local/c.ts': "const d = () => import('./d');",
      'local/d/index.ts': "export * from '../e';",
      'local/e.ts': "import type { A } from './a';",
      'local/apart.ts': "import { a } from './a';",
    });
    expect(circles).toEqual([['local/a.ts', 'local/b.ts', 'local/c.ts', 'local/d/index.ts', 'local/e.ts']]);
  });

  it('is a file that imports itself', () => {
    expect(tree({ 'local/a.ts': "import { a } from './a';" }).circles).toEqual([['local/a.ts']]);
  });

  it('is not two ways to one file', () => {
    const { circles } = tree({
      'local/a.ts': "import './b';\nimport './c';",
      'local/b.ts': "import './d';",
      'local/c.ts': "import './d';\nimport { b } from './b';",
      'local/d.ts': '',
    });
    expect(circles).toEqual([]);
  });

  it('is told apart from another', () => {
    const { circles } = tree({
      'local/a.ts': "import './b';\nimport './c';",
      'local/b.ts': "import './a';",
      'local/c.ts': "import './d';",
      'local/d.ts': "import './c';",
    });
    expect(circles).toHaveLength(2);
  });
});

describe('an export that only its own file uses', () => {
  const unused = (files: Record<string, string>) => tree(files).ownExports.map(({ name }) => name);
  const ASKED = 'export const a = 1;\nexport type B = string;\nexport function c() {}\n';

  it('is found, whatever it is', () => {
    const files = {
      'local/a.ts': `${ASKED}export const { d, e: [f] } = a;\nconst g = 1;\nexport { g as h };\nexport default 1;\n`,
      'local/b.ts': "import { a } from './a';",
    };
    expect(unused(files)).toEqual(['B', 'c', 'd', 'f', 'h', 'default']);
  });

  it('is not one that another file, a test among them, asks for', () => {
    const files = {
      'local/a.ts': ASKED,
      'local/b.ts': "import { a as other } from './a';\nconst x: import('./a').B = other;",
      'local/a.test.ts': "import { c } from './a';",
    };
    expect(unused(files)).toEqual([]);
  });

  it('is sought behind what passes it on', () => {
    const files = {
      'local/a.ts': ASKED,
      'local/index.ts': "export * from './a';\n",
      'local/b.ts': "import { a } from './index';",
    };
    expect(unused(files)).toEqual(['B', 'c']);
  });

  it('is a name passed on that nobody takes', () => {
    const files = {
      'local/a.ts': 'export const a = 1;\n',
      'local/index.ts': "export { a as passedOn } from './a';\n",
    };
    expect(unused(files)).toEqual(['passedOn']);
  });

  it('is what a file taken as a whole is not asked for', () => {
    const taken = (how: string) => unused({ 'local/a.ts': ASKED, 'local/b.ts': how });
    expect(taken("import * as all from './a';\nall.a + all.c();\ntype X = all.B;")).toEqual([]);
    expect(taken("import * as all from './a';\nall.a;")).toEqual(['B', 'c']);
    expect(taken("import * as all from './a';\nopen(all);")).toEqual([]);
    expect(taken("const all = await import('./a');")).toEqual([]);
  });

  it('is not what the platform calls', () => {
    expect(unused({ 'cloudfunctions/reader/index.ts': 'export const main = () => 1;' })).toEqual([]);
  });

  it('is not what jest calls before the suites', () => {
    expect(unused({ 'tests/once.ts': 'export default function once() {}' })).toEqual([]);
    expect(unused({ 'tools/once.ts': 'export default function once() {}' })).toEqual(['default']);
  });
});

describe('a comment that is too wide', () => {
  const widths = (text: string) => tree({ 'local/a.ts': text }).wideComments;
  const words = (columns: number) => 'w'.repeat(columns);

  it.each([
    `// ${words(108)}`,
    `/** ${words(107)}\n */`,
    `/**\n * ${words(108)}\n */\nconst a = 1;`,
    `const a = 1; // ${words(95)}`,
    `const a = {\n  /** ${words(106)} */\n  b: 1,\n};`,
    `// ${'书'.repeat(54)}`,
  ])('is found, case %#', (text) => expect(widths(text)).toHaveLength(1));

  it.each([
    `// ${words(107)}`,
    `const a = '${words(200)}';`,
    `const a = '// ${words(200)}';`,
    `const a = \`// ${words(200)}\`;`,
    `// ${'书'.repeat(53)}`,
  ])('is not what is narrower or no comment, case %#', (text) => expect(widths(text)).toEqual([]));
});

describe('a repeated block of styles', () => {
  const chip = (name: string) => `.${name} {\n  gap: 4px;\n  color: var(--ink);\n  font-weight: 600;\n}\n`;
  const repeats = (...sheets: string[]) =>
    tree(Object.fromEntries(sheets.map((text, n) => [`miniprogram/s${n}.wxss`, text]))).repeatedStyles;

  it('is found whatever its class is called and in whatever order it is written', () => {
    const turned = '.tag {\n  font-weight: 600;\n  gap: 4px;\n  color: var(--ink);\n}\n';
    expect(repeats(chip('chip'), `.a {\n  top: 0;\n}\n${turned}`)).toEqual([
      {
        says: 'color: var(--ink); font-weight: 600; gap: 4px',
        places: ['miniprogram/s0.wxss:1 .chip', 'miniprogram/s1.wxss:4 .tag'],
      },
    ]);
  });

  it('is found within a media query', () => {
    expect(repeats(chip('a'), `@media (max-width: 350px) {\n${chip('b')}}`)).toHaveLength(1);
  });

  it.each([
    ['two declarations', '.a {\n  color: red;\n  font-weight: 600;\n}'],
    ['where a thing stands', '.a {\n  display: flex;\n  flex: 1;\n  padding-top: 4px;\n  min-width: 0;\n}'],
  ])('is not %s', (_what, text) => expect(repeats(text, text)).toEqual([]));

  it('is not one with another value, nor one that its own sheet needs twice', () => {
    expect(repeats(chip('a'), chip('b').replace('600', '700'))).toEqual([]);
    expect(repeats(chip('a') + chip('b'))).toEqual([]);
  });
});

describe('the largest', () => {
  const statements = rowsOf(70, (n) => `  call(${n});`);

  it('functions are counted with what stands in them, named by what holds them', () => {
    const { functions } = tree({
      'local/a.ts': `const outer = () => {\n${statements}\n  function inner() {\n    return 1;\n  }\n};\n`,
    });
    expect(functions).toEqual([
      { what: 'local/a.ts:1 outer', lines: 75 },
      { what: 'local/a.ts:72 inner', lines: 3 },
    ]);
  });

  it('files are counted without their tables', () => {
    const sentences = rowsOf(40, (n) => `  a${n}: (n) => \`\${n} books\`,`);
    const { files } = tree({
      'local/words.ts': `const first = 1;\nexport const WORDS = {\n${sentences}\n};\n`,
      'local/code.ts': `export const acts = {\n${sentences}\n  act() {\n    return 1;\n  },\n};\n`,
      'local/within.ts': `export function words() {\n  return {\n${sentences}\n  };\n}\n`,
    });
    expect(files).toEqual([
      { what: 'local/code.ts', lines: 45 },
      { what: 'local/within.ts', lines: 44 },
      { what: 'local/words.ts', lines: 1 },
    ]);
  });
});

describe('a list with a row of code', () => {
  it('is a table but for that row', () => {
    const rows = rowsOf(20, (n) => `  { name: 'row ${n}', act: (n) => n + 1 },`);
    const code = '  {\n    act() {\n      return 1;\n    },\n  },';
    const { files } = tree({ 'local/a.ts': `export const ROWS = [\n${rows}\n${code}\n];\n` });
    expect(files).toEqual([{ what: 'local/a.ts', lines: 7 }]);
  });
});

describe('the goals', () => {
  const long = (lines: number) => `function long() {\n${rowsOf(lines - 2, (n) => `  call(${n});`)}\n}\n`;
  const page = 'miniprogram/features/loans/pages/mine/index.ts';
  const LOOKS = '.a {\n  color: red;\n  opacity: 1;\n  font-weight: 600;\n}';
  const circle = { 'local/a.ts': "import './b';", 'local/b.ts': "import './a';" };
  const pairs = Object.fromEntries(
    Array.from({ length: 62 }, (_, n) => [`local/p${n}.ts`, inFunction(ONE).replace('export ', '')]),
  );

  it.each([
    ['lines a page', { [page]: '\n'.repeat(92) }],
    ['casts in miniprogram/features', { 'miniprogram/features/loans/x.ts': 'x = y as Z;'.repeat(101) }],
    ['real repeated pairs', pairs],
    ['circles between files', circle],
    ['exports that only their own file uses', { 'local/a.ts': 'export const a = 1;' }],
    ['comments above 110 columns', { 'local/a.ts': `// ${'w'.repeat(108)}` }],
    ['repeated styles', Object.fromEntries(['a', 'b'].map((name) => [`${name}.wxss`, LOOKS]))],
    ['pages above 200 lines', { [page]: '\n'.repeat(201) }],
    ['functions above 60 lines', { 'local/a.ts': long(61) }],
    ['files above 300 lines', { 'local/a.ts': '\n'.repeat(301) }],
  ])('are missed by too many %s, and the report says so', (name, files) => {
    const figures = tree(files);
    expect(missedBy(figures).map((goal) => goal.name)).toContain(name);
    expect(report(figures, undefined, 3)).toMatch(new RegExp(`${name}.*MISSED`));
  });

  it('are met at their bounds', () => {
    const figures = tree({
      [page]: '\n'.repeat(200),
      [page.replace('mine', 'history')]: '\n'.repeat(36),
      [page.replace('mine', 'give')]: '\n'.repeat(37),
      'local/a.ts': long(60) + '\n'.repeat(240),
      'miniprogram/features/loans/x.ts': 'x = y as Z;'.repeat(100),
    });
    expect(missedBy(figures)).toEqual([]);
    expect(report(figures, figures, 3)).not.toContain('MISSED');
  });

  it('ask for less than 0.3.0 had', () => {
    expect(GOALS.filter(({ before, most }) => most >= before)).toEqual([]);
  });
});
