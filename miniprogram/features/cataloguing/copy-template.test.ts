import { barcodeIn, changeIn, placeText, templateLike, wrongBarcode } from './copy-template';

const choices = {
  branchId: 'main',
  branches: [
    { id: 'main', name: '总馆' },
    { id: 'garden', name: '园林分馆' },
  ],
  itemTypes: [{ id: 'book', name: '图书' }],
};
const copy = {
  barcode: 'X1',
  branchId: 'main',
  branchName: '总馆',
  shelf: '文学 3 架',
  callNumber: 'I246.5/1',
  itemType: 'book',
  price: 2800,
  use: 'loan' as const,
  minAge: 0,
  status: 'available' as const,
  removable: true,
};

test('a place is told in one line, what is usual is left out', () => {
  expect(placeText(copy, choices)).toBe('总馆 · 文学 3 架 · 图书 · ¥28.00');
  expect(placeText({ ...copy, shelf: '', price: 0, use: 'reference', minAge: 12 }, choices)).toBe(
    '总馆 · 没有架位 · 图书 · 参考，不外借 · 12 岁以上',
  );
});

test('only what was changed of a copy is sent', () => {
  const answers = {
    branchId: 'garden',
    shelf: ' 文学 3 架',
    callNumber: 'I246.5/1',
    itemType: 'book',
    price: '30',
    use: 'loan',
    minAge: '',
  };
  expect(changeIn(copy, answers)).toEqual({ branchId: 'garden', price: 3000 });
});

test('what scanners add is taken off, and what is no barcode of ours is said to be none', () => {
  expect(barcodeIn('A0012345B\n')).toBe('0012345');
  expect(wrongBarcode('9787020002207', [])).toContain('ISBN');
  expect(wrongBarcode('X 1', [])).toContain('条码');
  expect(wrongBarcode('X1', ['X1'])).toContain('X1');
  expect(wrongBarcode('X2', ['X1'])).toBe('');
});

test('further copies are proposed like those that are here, and their shelf only at the same branch', () => {
  const template = { ...copy, barcode: undefined, shelf: '新书架', price: 0 };
  const other = { ...copy, branchId: 'garden', shelf: '园林 1 架', price: 3000 };
  expect(templateLike(template, [other, copy])).toMatchObject({ shelf: '文学 3 架', price: 2800 });
  expect(templateLike(template, [other])).toMatchObject({ branchId: 'main', shelf: '', price: 3000 });
  expect(templateLike(template, [{ ...copy, status: 'withdrawn' }])).toEqual(template);
});
