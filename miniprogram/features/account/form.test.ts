import { ageOn, applicationOf, check, fromInvalid, likelyBirthDate, needsGuardian } from './form';
import { CHILD_VERSION, PRIVACY_VERSION } from './texts';

const today = '2026-11-22';
const filled = { name: '林知夏', birthDate: '1990-05-01', phone: '13800000000', guardianCard: '' };
const agreed = { agreed: true, agreedForChild: true };
const form = { ...filled, ...agreed };

test('age counts full years: the day before the birthday is a year less', () => {
  expect(ageOn('2012-11-22', today)).toBe(14);
  expect(ageOn('2012-11-23', today)).toBe(13);
});

test('a guardian is asked for under fourteen only', () => {
  expect(needsGuardian('2012-11-23', today)).toBe(true);
  expect(needsGuardian('2012-11-22', today)).toBe(false);
  expect(needsGuardian('', today)).toBe(false);
});

test('a complete form has no messages', () => {
  expect(check(form, { guardian: false }, today)).toEqual({});
});

test('each fault is told at its field', () => {
  const empty = {
    name: ' ',
    birthDate: '2027-01-01',
    phone: '1380000',
    guardianCard: '',
    agreed: false,
    agreedForChild: false,
  };
  expect(check(empty, { guardian: true }, today)).toEqual({
    name: '请填写姓名',
    birthDate: '出生日期不能晚于今天',
    phone: '手机号应为 11 位数字',
    guardianCard: '请填写监护人的读者证号',
    agreed: '请先阅读并同意《隐私说明》',
    agreedForChild: '请监护人先阅读并同意《儿童个人信息保护说明》',
  });
});

test('the text on children is agreed to for a child alone', () => {
  const adult = { ...filled, agreed: true, agreedForChild: false };
  expect(check(adult, { guardian: false }, today)).toEqual({});
  const child = { ...adult, guardianCard: '1' };
  expect(Object.keys(check(child, { guardian: true }, today))).toEqual(['agreedForChild']);
});

test('the remarks of the library find their fields', () => {
  expect(
    fromInvalid([
      { path: 'input.phone', message: '手机号不对' },
      { path: 'input', message: '?' },
    ]),
  ).toEqual({ phone: '手机号不对' });
});

test('who applies for a child must be told when it is none any more', () => {
  expect(check(form, { guardian: false, forChild: true }, today).birthDate).toContain('14 周岁');
  const child = { ...form, birthDate: '2018-05-01', guardianCard: '1' };
  expect(check(child, { guardian: true, forChild: true }, today)).toEqual({});
});

test('the card of a guardian is sent only where one is asked for, and nothing with blanks around it', () => {
  const typed = { ...form, name: ' 林知夏 ', guardianCard: ' 330101 ' };
  expect(applicationOf(typed, false)).toEqual({
    name: '林知夏',
    birthDate: '1990-05-01',
    phone: '13800000000',
    agreedTo: PRIVACY_VERSION,
  });
  expect(applicationOf(typed, true)).toMatchObject({
    guardianCard: '330101',
    agreedForChild: CHILD_VERSION,
  });
});

test('the wheels of a birth date begin where a child who gets a card is likely born', () => {
  expect(likelyBirthDate(today)).toBe('2019-01-01');
});
