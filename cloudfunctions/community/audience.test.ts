import type { Audience } from '../../typings/contract/announcements';
import { aReader } from '../../tests/builders/documents';
import { audienceWords, belongs, isChosen } from './audience';

const nobody: Audience = {
  ...{ everybody: false, branchIds: [], minAge: null, maxAge: null, interests: [], categories: [] },
  eventId: '',
};
const TODAY = '2026-11-22';
const is = (audience: Partial<Audience>, reader: Parameters<typeof aReader>[0]): boolean =>
  belongs(aReader(reader), { ...nobody, ...audience }, TODAY);

it('nothing chosen is nobody, never everybody', () => {
  expect(isChosen(nobody)).toBe(false);
  expect(isChosen({ ...nobody, everybody: true })).toBe(true);
  expect(isChosen({ ...nobody, minAge: 0 })).toBe(true);
  expect(isChosen({ ...nobody, eventId: 'talk' })).toBe(true);
});

it('an age holds from the birthday to the day before the next one', () => {
  const sixToNine = { minAge: 6, maxAge: 9 };
  expect(is(sixToNine, { birthDate: '2020-11-22' })).toBe(true);
  expect(is(sixToNine, { birthDate: '2020-11-23' })).toBe(false);
  expect(is(sixToNine, { birthDate: '2016-11-23' })).toBe(true);
  expect(is(sixToNine, { birthDate: '2016-11-22' })).toBe(false);
});

it('every line has to be so, and of a line one of what was chosen', () => {
  const chosen = { categories: ['child', 'adult'], interests: ['scifi', 'poetry'] };
  expect(is(chosen, { category: 'adult', interests: ['poetry', 'money'] })).toBe(true);
  expect(is(chosen, { category: 'adult', interests: ['money'] })).toBe(false);
  expect(is(chosen, { category: 'senior', interests: ['poetry'] })).toBe(false);
});

it('who has given up the card, or waits for it, is told nothing', () => {
  expect(is({ everybody: true }, { standing: 'closed' })).toBe(false);
  expect(is({ everybody: true }, { standing: 'pending' })).toBe(false);
});

it('says in words whom it is for', () => {
  const nameOf = (kind: string, id: string): string => `${kind} ${id}`;
  expect(audienceWords(nobody, nameOf)).toBe('还没有选择读者');
  expect(audienceWords({ ...nobody, everybody: true }, nameOf)).toBe('全部读者');
  expect(audienceWords({ ...nobody, branchIds: ['a', 'b'], minAge: 60 }, nameOf)).toBe(
    '借着branch a、branch b的书 · 60 岁以上',
  );
  // What was chosen counts, whatever stood there before.
  expect(audienceWords({ ...nobody, everybody: true, maxAge: 6 }, nameOf)).toBe('6 岁以下');
});
