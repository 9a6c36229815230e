import { stage, textOf } from './stage';

const branchPicker = stage('branch-picker');

const branches = [
  {
    branchId: 'b1',
    name: '总馆',
    address: '栖霞路 88 号',
    phone: '',
    todayHours: '09:00–21:00',
    pickUp: true,
  },
  { branchId: 'b2', name: '少年儿童馆', address: '桃源街 12 号', phone: '', todayHours: '', pickUp: true },
];

test('a branch tells its hours, that it is closed, and what stands there', () => {
  const text = textOf(branchPicker({ branches, notes: { b1: '此馆在架 2 册' }, chosen: 'b1' }));
  expect(text).toContain('今天 09:00–21:00');
  expect(text).toContain('此馆在架 2 册');
  expect(text).toContain('今天闭馆');
});

test('one branch is marked as chosen, and choosing another is told', () => {
  const comp = branchPicker({ branches, notes: {}, chosen: 'b1' });
  expect(comp.dom?.querySelectorAll('[class*="branch--chosen"]')).toHaveLength(1);
  const heard = jest.fn();
  comp.addEventListener('choose', ({ detail }) => heard(detail));
  comp.instance?.choose({ currentTarget: { dataset: { id: 'b2' } } });
  expect(heard).toHaveBeenCalledWith({ branchId: 'b2' });
});
