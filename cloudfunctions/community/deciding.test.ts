import { decisionOn } from './deciding';

const WRITTEN = { at: '2026-03-01T08:00:00.000Z' };
const STAFF = { name: '许清' };

test('words that were let through are shown, and no reason is kept', () => {
  expect(decisionOn(WRITTEN, { ...WRITTEN, allow: true, why: '一时写错' }, STAFF)).toEqual({
    status: 'shown',
    why: '',
    checkedBy: '许清',
  });
});

test('a no says why', () => {
  expect(decisionOn(WRITTEN, { ...WRITTEN, allow: false, why: '' }, STAFF)).toEqual({
    refusals: [{ code: 'comment_needed' }],
  });
  expect(decisionOn(WRITTEN, { ...WRITTEN, allow: false, why: '有电话号码' }, STAFF)).toEqual({
    status: 'refused',
    why: '有电话号码',
    checkedBy: '许清',
  });
});

test('words that were written anew since are looked at again', () => {
  const later = { at: '2026-03-01T09:00:00.000Z' };
  expect(decisionOn(later, { ...WRITTEN, allow: true, why: '' }, STAFF)).toEqual({
    refusals: [{ code: 'review_changed' }],
  });
});
