import { isAllowed, readRule } from './access-rule';

const RULE = "doc.owner == auth.openid || doc.owner == 'desk'";

test('a caller reads what the rule names, and nothing else', () => {
  expect(isAllowed(RULE, { owner: 'o-an' }, 'o-an')).toBe(true);
  expect(isAllowed(RULE, { owner: 'desk' }, 'o-an')).toBe(true);
  expect(isAllowed(RULE, { owner: 'o-bai' }, 'o-an')).toBe(false);
  expect(isAllowed(RULE, {}, 'o-an')).toBe(false);
  expect(isAllowed(RULE, { owner: '' }, '')).toBe(false);
});

test('a rule of another form lets nobody in', () => {
  for (const rule of ['', 'true', 'admin-only', 'doc.owner != auth.openid', "auth.openid == 'x'"]) {
    expect(readRule(rule)).toEqual([]);
    expect(isAllowed(rule, { owner: 'o-an' }, 'o-an')).toBe(false);
  }
});
