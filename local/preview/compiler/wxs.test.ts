import { requiredWxs, rewriteWxs } from './wxs';

test('constructor is compared by name in WXS', () => {
  expect(rewriteWxs("v.constructor === 'Array'")).toBe("v.__wxsType === 'Array'");
});

test('require loses the ending', () => {
  expect(rewriteWxs("require('./a.wxs')")).toBe("require('./a')");
  expect(requiredWxs('var a = require(\'./a.wxs\'); var b = require("../b.wxs")')).toEqual(['./a', '../b']);
});

test('an unknown escape in a pattern keeps its backslash', () => {
  const pattern = new Function(
    'getRegExp',
    `return ${rewriteWxs(String.raw`getRegExp('^-?\d+(\.\d+)?$', 'g')`)}`,
  ) as (make: (text: string) => RegExp) => RegExp;
  const made = pattern((text) => new RegExp(text));
  expect(made.test('-12.5')).toBe(true);
  expect(made.test('d12x5')).toBe(false);
});

test('an escaped backslash is not doubled again', () => {
  expect(rewriteWxs(String.raw`getRegExp('\\d')`)).toBe(String.raw`getRegExp('\\d')`);
});
