import type { InvalidField, LocalDate } from '../../../typings/contract';

export interface ApplyForm {
  name: string;
  birthDate: LocalDate;
  phone: string;
  guardianCard: string;
}

export type Messages = Partial<Record<keyof ApplyForm, string>>;

/** Below this the form asks for a guardian's card at once; the library's own rule decides, and may refuse with its age. */
const LIKELY_GUARDIAN_AGE = 14;

export function ageOn(birthDate: LocalDate, today: LocalDate): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function needsGuardian(birthDate: LocalDate, today: LocalDate): boolean {
  return birthDate !== '' && ageOn(birthDate, today) < LIKELY_GUARDIAN_AGE;
}

/** What is missing or cannot be right, told at the field before anything is sent. */
export function check(form: ApplyForm, guardian: boolean, today: LocalDate): Messages {
  const messages: Messages = {};
  if (!form.name.trim()) messages.name = '请填写姓名';
  if (!form.birthDate) messages.birthDate = '请选择出生日期';
  else if (form.birthDate > today) messages.birthDate = '出生日期不能晚于今天';
  if (!form.phone.trim()) messages.phone = '请填写手机号';
  else if (!/^1[3-9]\d{9}$/.test(form.phone.trim())) messages.phone = '手机号应为 11 位数字';
  if (guardian && !form.guardianCard.trim()) messages.guardianCard = '请填写监护人的读者证号';
  return messages;
}

/** The library's remarks, each at its field; `input.phone` → phone. */
export function fromInvalid(fields: InvalidField[]): Messages {
  const names: (keyof ApplyForm)[] = ['name', 'birthDate', 'phone', 'guardianCard'];
  const messages: Messages = {};
  for (const { path, message } of fields) {
    const name = names.find((known) => path.split('.').includes(known));
    if (name) messages[name] = message;
  }
  return messages;
}
