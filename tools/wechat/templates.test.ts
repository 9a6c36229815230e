import { isUpTo, enginesOf } from './base-library';
import { findingsInNames, findingsInTemplate } from './templates';

const says = (text: string, components: string[] = [], lowest?: string): string[] =>
  findingsInTemplate('a.wxml', text, components, lowest).map((one) => `${one.line} ${one.says}`);

it('a tag is one of WeChat’s or one of the page’s components', () => {
  expect(says('<view>\n  <book-row />\n</view>', ['book-row'])).toEqual([]);
  expect(says('<view>\n  <book-row />\n</view>')).toEqual([
    '2 <book-row> is no component of WeChat’s that is known here'.replace('’', "'"),
  ]);
  expect(says('<!-- <div> -->\n<view wx:if="{{a > 1}}" />')).toEqual([]);
});

it('an attribute of a built-in tag is one that WeChat knows', () => {
  expect(says('<view\n  class="a"\n  role="status" />')).toEqual([
    '3 <view> has no attribute role that is known here',
  ]);
  expect(says('<input model:value="{{it}}" bind:focus="see" focus="{{on}}" data-id="1" />')).toEqual([]);
  expect(says('<input bind:foucs="see" />')).toEqual([
    '1 <input> has no attribute bind:foucs that is known here',
  ]);
});

it('TDesign is given no icon: its font is not packed', () => {
  expect(says('<t-button icon="add" theme="primary" />', ['t-button'])).toEqual([
    "1 icon of <t-button> wants an icon of TDesign's font",
  ]);
});

it('an attribute that is newer than the lowest base library is found', () => {
  const text = '<channel-video feed-token="{{it}}" />';
  expect(says(text)).toEqual([]);
  expect(says(text, [], '2.30.0')).toEqual([
    '1 feed-token of <channel-video> needs base library 2.31.1; the lowest is 2.30.0',
  ]);
});

it('no component is called as one of WeChat’s is', () => {
  const json =
    '{\n  "usingComponents": {\n    "icon": "../icon/index",\n    "glyph": "../glyph/index"\n  }\n}';
  expect(findingsInNames('a.json', json)).toEqual([
    { file: 'a.json', line: 3, says: "the component is called icon, as one of WeChat's is" },
  ]);
});

it('versions are compared part by part', () => {
  expect([isUpTo('3.0.2', '3.0.10'), isUpTo('3.0.2', '3.0.2'), isUpTo('3.10.0', '3.2.9')]).toEqual([
    true,
    true,
    false,
  ]);
});

it('the engines of a base library are those of the newest row that it reaches', () => {
  const rows = {
    '2.9.0': ['ios 10', 'chrome 53'],
    '2.30.0': ['ios 13', 'chrome 86'],
    '3.6.0': ['ios 14', 'chrome 86'],
  };
  expect(enginesOf('3.0.2', rows)).toEqual({ ios: 13, chrome: 86 });
  expect(enginesOf('3.7.12', rows)).toEqual({ ios: 14, chrome: 86 });
});
