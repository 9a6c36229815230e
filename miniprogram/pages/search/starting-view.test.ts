import { mainClasses } from './starting-view';

test('the classes with most titles stand first, empty and unknown ones nowhere', () => {
  const rows = mainClasses([
    { clc: 'K', titles: 3 },
    { clc: 'I', titles: 40 },
    { clc: 'J', titles: 0 },
    { clc: '?', titles: 9 },
  ]);
  expect(rows).toEqual([
    { clc: 'I', name: '文学', titles: 40 },
    { clc: 'K', name: '历史地理', titles: 3 },
  ]);
  expect(mainClasses([...'IKBJTFGHDC'].map((clc) => ({ clc, titles: 1 })))).toHaveLength(8);
});
