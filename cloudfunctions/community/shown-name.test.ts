import { shownName } from './shown-name';

const born = (birthDate: string, name = '欧阳明月') => shownName({ name, birthDate }, '2026-11-22');

test('of a name the first character stands, of a child nothing', () => {
  expect(born('1990-01-01')).toBe('欧＊＊');
  expect(born('1990-01-01', '白舟')).toBe('白＊');
  expect(born('1990-01-01', '')).toBe('读者');
  expect(born('2012-11-23')).toBe('小读者');
  expect(born('2012-11-22')).toBe('欧＊＊');
});
