import { categoryForAge, standingOf } from './applying';

const all = ['adult', 'child', 'senior'].map((id) => ({ id, name: id }));

it('a reader is a child until the day of 14, a senior from the day of 60', () => {
  expect([13, 14, 59, 60].map((age) => categoryForAge(age, all))).toEqual([
    'child',
    'adult',
    'adult',
    'senior',
  ]);
});

it('a library without a category for an age takes that of adults, else its first', () => {
  expect(categoryForAge(70, [{ id: 'adult', name: '成人' }])).toBe('adult');
  expect(categoryForAge(70, [{ id: 'reader', name: '读者' }])).toBe('reader');
});

it('applications wait for staff where the library reviews them', () => {
  expect([standingOf(13, 'none'), standingOf(40, 'none')]).toEqual(['active', 'active']);
  expect([standingOf(13, 'children'), standingOf(14, 'children')]).toEqual(['pending', 'active']);
  expect([standingOf(13, 'all'), standingOf(40, 'all')]).toEqual(['pending', 'pending']);
});
