import type { Refusal } from '../../typings/contract/refusals';
import { refusalsToOverride, type OverrideFacts } from './override';

const owes: Refusal = { code: 'owes_too_much', owes: 1000, limit: 500 };
const setAside = (changes: Partial<OverrideFacts>) =>
  refusalsToOverride({
    refusals: [owes],
    comment: '已当面确认',
    staff: { roles: ['circulation'] },
    overrides: { owes_too_much: 'circulation', card_expired: 'manager' },
    ...changes,
  }).map(({ code }) => code);

it('a refusal that the role may set aside no longer stands in the way', () => {
  expect(setAside({})).toEqual([]);
});

it('without a comment nothing is set aside', () => {
  expect(setAside({ comment: '  ' })).toEqual(['comment_needed']);
});

it('a refusal of a higher role stands, and comes with all others', () => {
  const refusals: Refusal[] = [owes, { code: 'card_expired', expiredOn: '2026-01-01' }];
  expect(setAside({ refusals })).toEqual(['owes_too_much', 'card_expired', 'override_not_allowed']);
  expect(setAside({ refusals, staff: { roles: ['manager'] } })).toEqual([]);
});

it('what the library did not open cannot be set aside by anybody', () => {
  const refusals: Refusal[] = [{ code: 'too_young', age: 9, minAge: 16 }];
  expect(setAside({ refusals, staff: { roles: ['director'] } })).toContain('override_not_allowed');
});

it('a copy that is with another reader is never lent twice, whatever the settings say', () => {
  const refusals: Refusal[] = [{ code: 'item_on_loan', dueOn: '2026-12-01', bySameReader: false }];
  expect(setAside({ refusals, overrides: { item_on_loan: 'circulation' } })).toContain(
    'override_not_allowed',
  );
});
