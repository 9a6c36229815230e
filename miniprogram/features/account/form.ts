import type { InvalidField, LocalDate } from '../../../typings/contract';
import { CHILD_VERSION, PRIVACY_VERSION } from './texts';

interface ApplyForm {
  name: string;
  birthDate: LocalDate;
  phone: string;
  guardianCard: string;
  /** Ticked: the text on privacy, and as guardian that on children. */
  agreed: boolean;
  agreedForChild: boolean;
}

export type Messages = Partial<Record<keyof ApplyForm, string>>;

/**
 * Below this the form asks for a guardian's card at once; the library's own rule decides, and may refuse with
 * its age.
 */
const LIKELY_GUARDIAN_AGE = 14;

export function ageOn(birthDate: LocalDate, today: LocalDate): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function needsGuardian(birthDate: LocalDate, today: LocalDate): boolean {
  return birthDate !== '' && ageOn(birthDate, today) < LIKELY_GUARDIAN_AGE;
}

/** A child who gets a card is likely of this age. */
const CHILD_AGE = 7;

export function likelyBirthDate(today: LocalDate): LocalDate {
  return `${Number(today.slice(0, 4)) - CHILD_AGE}-01-01`;
}

/** Said at the birth date of a child who is none. */
export const TOO_OLD = '满 14 周岁请在本人微信里办证';

/** What is sent of a form that was found right. */
export function applicationOf(
  { name, birthDate, phone, guardianCard }: Omit<ApplyForm, 'agreed' | 'agreedForChild'>,
  guardian: boolean,
) {
  return {
    name: name.trim(),
    birthDate,
    phone: phone.trim(),
    agreedTo: PRIVACY_VERSION,
    ...(guardian && { guardianCard: guardianCard.trim(), agreedForChild: CHILD_VERSION }),
  };
}

/** What is missing or cannot be right, told at the field before anything is sent. */
export function check(
  form: ApplyForm,
  { guardian, forChild = false }: { guardian: boolean; forChild?: boolean },
  today: LocalDate,
): Messages {
  const messages: Messages = {};
  if (!form.name.trim()) messages.name = '请填写姓名';
  if (!form.birthDate) messages.birthDate = '请选择出生日期';
  else if (form.birthDate > today) messages.birthDate = '出生日期不能晚于今天';
  if (!form.phone.trim()) messages.phone = '请填写手机号';
  else if (!/^1[3-9]\d{9}$/.test(form.phone.trim())) messages.phone = '手机号应为 11 位数字';
  if (forChild && form.birthDate && !needsGuardian(form.birthDate, today)) messages.birthDate = TOO_OLD;
  if (guardian && !form.guardianCard.trim()) messages.guardianCard = '请填写监护人的读者证号';
  if (!form.agreed) messages.agreed = '请先阅读并同意《隐私说明》';
  if (guardian && !form.agreedForChild)
    messages.agreedForChild = '请监护人先阅读并同意《儿童个人信息保护说明》';
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
