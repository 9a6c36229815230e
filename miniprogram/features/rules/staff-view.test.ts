import { memberCards, memberForm, memberOf, nobody, roleRows } from './staff-view';

const branches = [
  { id: 'main', name: '总馆' },
  { id: 'children', name: '少年儿童馆' },
];
const han = {
  staffId: 'o-staff-children-1',
  name: '韩松',
  branchId: 'children',
  roles: ['circulation' as const, 'events' as const],
  active: true,
};

test('a member is known by roles, branch and the end of the identity', () => {
  expect(memberCards([han, { ...han, staffId: 'o-1', roles: [], branchId: 'gone' }], branches)).toMatchObject(
    [
      { roleText: '流通、活动', branchName: '少年儿童馆', identity: '…ildren-1' },
      { roleText: '没有岗位', branchName: 'gone', identity: 'o-1' },
    ],
  );
});

test('a member that nobody changes is sent as it was', () => {
  expect(memberOf(memberForm(han, branches), han, roleRows(han.roles), branches)).toEqual(han);
});

test('nothing is sent without a name and an identity', () => {
  const sent = (typed: { staffId: string; name: string }) => memberOf(nobody, typed, roleRows([]), branches);
  expect(sent({ staffId: ' ', name: '韩松' })).toBeUndefined();
  expect(sent({ staffId: 'o-2', name: '' })).toBeUndefined();
  expect(sent({ staffId: ' o-2 ', name: ' 韩松 ' })).toMatchObject({
    staffId: 'o-2',
    name: '韩松',
    roles: [],
  });
});
