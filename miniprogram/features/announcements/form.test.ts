import { EMPTY, audienceOf, formOf, wordsOf } from './form';

test('everybody is everybody, whatever was chosen before; what was chosen is never everybody', () => {
  const chosen = { ...EMPTY, branchIds: ['main'], minAge: '6', maxAge: '' };
  expect(audienceOf({ ...chosen, everybody: true })).toMatchObject({
    everybody: true,
    branchIds: [],
    minAge: null,
  });
  expect(audienceOf(chosen)).toMatchObject({
    everybody: false,
    branchIds: ['main'],
    minAge: 6,
    maxAge: null,
  });
});

test('what is saved is what the fields show again, in the time of the library', () => {
  const form = { ...EMPTY, title: '停电', text: '三点闭馆', day: '2026-11-29', time: '08:30', minAge: '60' };
  const words = wordsOf(form);
  expect(words.publishAt).toBe('2026-11-29T00:30:00.000Z');
  const saved = {
    ...words,
    announcementId: 'a',
    state: 'draft' as const,
    readers: 0,
    by: '',
    changedAt: '',
    version: 1,
  };
  expect(formOf(saved)).toEqual(form);
});
