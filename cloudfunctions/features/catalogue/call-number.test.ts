import { byShelfOrder, classOf } from './call-number';

const onShelf = (...numbers: string[]) => [...numbers].sort(byShelfOrder);

test('book numbers count', () => {
  expect(onShelf('I247.5/12', 'I247.5/100', 'I247.5/2')).toEqual(['I247.5/2', 'I247.5/12', 'I247.5/100']);
});

test('a class stands before its divisions, though not as text', () => {
  const shelf = ['I24/9', 'I247/1', 'I247/8', 'I247.5/1', 'I247.52/1', 'I25/1'];
  expect(onShelf(...[...shelf].reverse())).toEqual(shelf);
  expect([...shelf].sort()).not.toEqual(shelf);
});

test('author marks stand by their letter and then by their number', () => {
  expect(onShelf('K207/L12', 'K207/C123', 'K207/C52')).toEqual(['K207/C52', 'K207/C123', 'K207/L12']);
});

test('auxiliary signs stand before further digits', () => {
  expect(onShelf('F12/1', 'F1-61/1', 'F1/3')).toEqual(['F1/3', 'F1-61/1', 'F12/1']);
});

test('volumes and editions stand behind the work', () => {
  expect(onShelf('I242.4/1:3', 'I242.4/1=2', 'I242.4/1', 'I242.4/1:12')).toEqual([
    'I242.4/1',
    'I242.4/1:3',
    'I242.4/1:12',
    'I242.4/1=2',
  ]);
});

test('the class ends where the book number begins', () => {
  expect(['I242.4/1', 'TP312 C5', 'ｋ２０７／３', ''].map(classOf)).toEqual(['I242.4', 'TP312', 'K207', '']);
});
