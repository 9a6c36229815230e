import { deskRow, standingOf } from './desk-view';

const words = { question: '问', forms: [], subject: '借还', text: '答', links: [], validUntil: '2026-12-31' };
const answer = {
  answerId: 'a',
  published: words,
  shown: true,
  draft: null,
  draftState: 'none' as const,
  draftIsYours: false,
  responsible: '许清',
  asked: 10,
  helped: 8,
  changedAt: '2026-11-22T02:00:00.000Z',
  version: 1,
};

it('a row says who answers for it, until when, and what readers said', () => {
  expect(deskRow(answer)).toEqual({
    answerId: 'a',
    question: '问',
    note: '借还 · 许清 · 有效至 2026-12-31 · 10 人评价，8 人说解决了',
  });
});

it('what stands of it is said in words: a draft that waits is one’s own or somebody else’s', () => {
  expect(standingOf(answer)).toBe('读者可见');
  expect(standingOf({ ...answer, draftState: 'waiting' })).toBe('读者可见，有修改等您审核');
  expect(standingOf({ ...answer, draftState: 'waiting', draftIsYours: true, published: null })).toBe(
    '还没有发布，您的修改等待同事审核',
  );
  expect(standingOf({ ...answer, shown: false, draftState: 'draft' })).toBe('已撤下，有未送审的草稿');
});
