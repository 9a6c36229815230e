import { namingsFor, refusalsToBeNamed } from './naming';

const TODAY = '2026-11-29';
const refused = (naming: string, birthDate: string): string[] =>
  refusalsToBeNamed(naming, { birthDate }, TODAY).map(({ code }) => code);

it('the whole name of a child stands nowhere in public, until the day of the 14th birthday', () => {
  expect(refused('full', '2012-11-30')).toEqual(['child_not_by_name']);
  expect(refused('full', '2012-11-29')).toEqual([]);
});

it('a child may stand by the first character, by a pen name, or not at all', () => {
  expect(['masked', 'pen_name', 'nobody'].flatMap((naming) => refused(naming, '2018-01-01'))).toEqual([]);
});

it('what may be chosen is what would not be refused', () => {
  const all = ['nobody', 'masked', 'full', 'pen_name'];
  expect(namingsFor(all, { birthDate: '2018-01-01' }, TODAY)).toEqual(['nobody', 'masked', 'pen_name']);
  expect(namingsFor(all, { birthDate: '1980-01-01' }, TODAY)).toEqual(all);
});
