import type { Refusal } from '../../../typings/contract';
import type { AskField } from '../../components/ask-sheet/fields';
import { acceptsHere } from './branch';
import { isCardCode } from './card-code';

/** "5月1日", "5-1", "0501" as the library reads it, "05-01"; undefined: none of these. */
export function birthDayIn(text: string): string | undefined {
  const [, month = '', day = ''] =
    /^(\d{1,2})\D+(\d{1,2})\D?$/.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim()) ?? [];
  const [m, d] = [Number(month), Number(day)];
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= 31)) return undefined;
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** As it is sent with a guardian's card; nothing where nothing was typed. */
export function guardianBirthDay(typed = ''): { guardianBirthDay?: string } {
  const birthDay = birthDayIn(typed);
  return birthDay ? { guardianBirthDay: birthDay } : {};
}

/** Asked where a number alone does not do. */
export function birthDayField(label: string, required: boolean): AskField {
  return { name: 'birthDay', label, kind: 'text', value: '', required, placeholder: '几月几日，例如 0501' };
}

/**
 * Without a network the desk knows no more than what it takes: why a card that was scanned does not do,
 * before it is written down.
 */
export function refusedOffline(scanned: string): Refusal | undefined {
  const accepts = acceptsHere();
  if (isCardCode(scanned) || accepts === 'number') return undefined;
  return accepts === 'code' ? { code: 'card_code_needed' } : { code: 'birth_day_needed' };
}
