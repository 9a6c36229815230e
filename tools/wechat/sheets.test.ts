import { lookAtSheet } from './sheets';

/** As if the oldest engines lacked these. */
const LACKS = [
  'properties aspect-ratio',
  'properties height dvh',
  'types clamp',
  'selectors has',
  'at-rules layer',
];
const known = {
  isKnown: (...path: string[]) => !path.includes('colour'),
  lacking: (...path: string[]) => (LACKS.includes(path.join(' ')) ? 'iOS since 15' : undefined),
};
const says = (text: string, isComponent = false): string[] =>
  lookAtSheet('a.wxss', text, { isComponent, known }).findings.map((one) => `${one.line} ${one.says}`);

it('what the oldest engines lack is found where it stands', () => {
  expect(says('.a {\n  aspect-ratio: 1;\n  width: clamp(1px, 2px, 3px);\n}')).toEqual([
    '2 aspect-ratio: iOS since 15',
    '3 clamp(): iOS since 15',
  ]);
  expect(says('.a:has(.b) { color: red }\n@layer a;')).toEqual([
    '2 @layer: iOS since 15',
    '1 :has: iOS since 15',
  ]);
  expect(says('.a { colour: red; --own: clamp(1px, 2px, 3px) }')).toEqual([
    '1 colour is no property that is known',
  ]);
});

it('an earlier value, or the prefixed property beside it, is a fallback', () => {
  expect(says('.a { width: 2px; width: clamp(1px, 2px, 3px) }')).toEqual([]);
  expect(says('.a { -webkit-aspect-ratio: 1; aspect-ratio: 1 }')).toEqual([]);
});

it('the sheet of a component takes classes alone, and no sheet takes *', () => {
  expect(says('.a > view, .b[c], .d + * { color: red }', true)).toEqual([
    "1 view: a component's sheet takes classes alone",
    "1 [c]: a component's sheet takes classes alone",
    '1 * is no selector of WXSS',
  ]);
  expect(says('.a > view { color: red }')).toEqual([]);
});

it('flex gaps are counted, those of grids are not', () => {
  const text =
    '.a { display: flex; gap: 1px } .b { display: grid; gap: 1px } .c { display: inline-flex; row-gap: 1px }';
  expect(lookAtSheet('a.wxss', text, { isComponent: false, known }).gaps).toBe(2);
});
