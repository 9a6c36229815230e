import type { FamilyMember } from '../../typings/contract';
import { familyTabs, memberRow } from './family';

const member: FamilyMember = {
  readerId: 'r1',
  name: '苏小满',
  cardNumber: '331000000021',
  categoryName: '少儿读者',
  relation: 'child',
  acting: false,
  loans: 3,
  overdue: 1,
  ready: 2,
  owes: 150,
};

test('a member of the family is told by what matters now', () => {
  expect(memberRow(member)).toMatchObject({
    number: '3310 0000 0021',
    facts: '在借 3 册 · 2 本可取',
    urgent: '1 册逾期 · 未付 ¥1.50',
  });
  expect(memberRow({ ...member, loans: 0, overdue: 0, ready: 0, owes: -150 })).toMatchObject({
    facts: '没有在借',
    urgent: '',
  });
});

test('one reader alone has nothing to choose from; several begin with oneself', () => {
  const self: FamilyMember = { ...member, readerId: 'r0', name: '苏婉', relation: 'self', acting: true };
  expect(familyTabs([self])).toEqual([]);
  expect(familyTabs([self, member])).toEqual([
    { readerId: 'r0', name: '我' },
    { readerId: 'r1', name: '苏小满' },
  ]);
});
