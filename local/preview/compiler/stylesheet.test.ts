import postcss from 'postcss';
import type { Problem } from './problem';
import type { SheetKind } from './stylesheet';
import { rewriteSheet } from './stylesheet';
import { rewriteUnits } from '../units';

const problems: Problem[] = [];
const rewritten = (css: string, kind: SheetKind, codePath = 'pages/a/a'): string =>
  rewriteSheet(postcss.parse(css), kind, codePath, problems);

beforeEach(() => void (problems.length = 0));

describe('a page sheet', () => {
  test('reaches its own page only and keeps the specificity of its rules', () => {
    expect(rewritten('.a .b { top: 0 }', 'page')).toBe(":where([data-route='pages/a/a']) .a .b { top: 0 }");
  });

  test('means the page element by "page"', () => {
    expect(rewritten('page { top: 0 }', 'page')).toContain("wx-page:where([data-route='pages/a/a'])");
  });

  test('selects built-ins by their tag', () => {
    expect(rewritten('view.a > text { top: 0 }', 'page')).toContain('wx-view.a > wx-text');
  });
});

describe('a component sheet', () => {
  test('gives every class the prefix of its scope, on both sides of a combinator', () => {
    expect(rewritten('.a.b .c::after, .d:not(.e) { top: 0 }', 'component')).toBe(
      '.__scope__--a.__scope__--b .__scope__--c::after, .__scope__--d:not(.__scope__--e) { top: 0 }',
    );
  });

  test('rewrites :host to the one host element and nothing else', () => {
    expect(rewritten(':host { top: 0 }', 'component')).toBe("[wx-host='__scope__'] { top: 0 }");
    expect(rewritten(':host .a { top: 0 }', 'component')).toBe(
      "[wx-host='__scope__'] .__scope__--a { top: 0 }",
    );
  });

  test('keeps tag and id selectors inside the component', () => {
    expect(rewritten('view { top: 0 }', 'component')).toBe(
      "wx-view:where([data-scope='__scope__']) { top: 0 }",
    );
    expect(rewritten('#a { top: 0 }', 'component')).toBe("#a:where([data-scope='__scope__']) { top: 0 }");
  });

  test('names its keyframes apart', () => {
    const css = rewritten('.a { animation: spin 1s } @keyframes spin { from { top: 0 } }', 'component');
    expect(css).toContain('animation: __scope__--spin 1s');
    expect(css).toContain('@keyframes __scope__--spin { from { top: 0 } }');
  });
});

test('the app sheet reaches pages only', () => {
  expect(rewritten('.a { top: 0 } page { top: 0 }', 'app')).toBe(
    ':where(wx-page) .a { top: 0 } wx-page { top: 0 }',
  );
});

test('the dark scheme is the phone’s, not the browser’s', () => {
  const css = rewritten('@media (prefers-color-scheme: dark) { .a { top: 0 } }', 'page');
  expect(css).toContain(":where([data-theme='dark'])");
  expect(css).not.toContain('@media');
});

test('a remote font is dropped and told', () => {
  const css = rewritten(
    "@font-face { font-family: t; src: url('https://example.com/t.woff') } .a { top: 0 }",
    'page',
  );
  expect(css).not.toContain('font-face');
  expect(problems).toEqual([expect.objectContaining({ severity: 'warning' })]);
  expect(problems[0]?.message).toContain('remote font dropped');
});

test('a font within the sheet stays', () => {
  expect(rewritten('@font-face { font-family: t; src: url(data:font/woff;base64,AA) }', 'page')).toContain(
    'data:font',
  );
  expect(problems).toEqual([]);
});

describe('units', () => {
  test.each([
    ['750rpx', 'calc(var(--rpx) * 750)'],
    ['-.5rpx 2px', 'calc(var(--rpx) * -.5) 2px'],
    ['calc(100% - 20rpx)', 'calc(100% - calc(var(--rpx) * 20))'],
    ['600 28rpx / 44rpx serif', '600 calc(var(--rpx) * 28) / calc(var(--rpx) * 44) serif'],
    ['100vh', 'calc(var(--vh) * 100)'],
    ['1.5rem', 'calc(var(--rem) * 1.5)'],
    ['env(safe-area-inset-bottom)', 'var(--safe-bottom)'],
    ['constant(safe-area-inset-top)', 'var(--safe-top)'],
  ])('%s becomes %s', (given, expected) => {
    expect(rewriteUnits(given)).toBe(expected);
  });

  test.each(['url(a-20rpx.png)', '"20rpx"', 'a20rpx', '#20rpx', '20px'])('%s is left alone', (given) => {
    expect(rewriteUnits(given)).toBe(given);
  });
});
