import type { LocalDate } from '../../../typings/contract';
import { guardianBirthDay } from './birth-day';
import type { Input } from '../../lib/call';

interface CardForm {
  name: string;
  birthDate: LocalDate;
  phone: string;
  category: string;
  guardianCard: string;
  /** Month and day, where the desk asks for it with a number. */
  guardianBirthDay: string;
  password: string;
}

export const BLANK_CARD: CardForm = {
  name: '',
  birthDate: '',
  phone: '',
  category: '',
  guardianCard: '',
  guardianBirthDay: '',
  password: '',
};

export type CardMessages = Partial<Record<keyof CardForm, string>>;

/**
 * What is missing or cannot be right, told at the field. Whether a guardian is needed the library decides.
 */
export function checkCard(form: CardForm, today: LocalDate): CardMessages {
  const messages: CardMessages = {};
  if (!form.name.trim()) messages.name = '请填写姓名';
  if (!form.birthDate) messages.birthDate = '请选择出生日期';
  else if (form.birthDate > today) messages.birthDate = '出生日期不能晚于今天';
  if (!/^1[3-9]\d{9}$/.test(form.phone.trim())) messages.phone = '手机号应为 11 位数字';
  if (!form.category) messages.category = '请选择类别';
  if (form.password && !/^\d{6}$/.test(form.password)) messages.password = '密码应为 6 位数字';
  return messages;
}

/** What is sent of it: a guardian and a password only where they were filled in. */
export function cardFrom(form: CardForm): Input<'desk.newCard'> {
  const { birthDate, category, password } = form;
  const guardianCard = form.guardianCard.trim();
  return {
    name: form.name.trim(),
    birthDate,
    phone: form.phone.trim(),
    category,
    ...(guardianCard ? { guardianCard, ...guardianBirthDay(form.guardianBirthDay) } : {}),
    ...(password ? { password } : {}),
  };
}
