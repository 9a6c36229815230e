import { fenOf } from '../../lib/money';

/**
 * One thing that a sheet asks for. `money` is typed in yuan and answered in fen; `switch` answers "yes" or
 * "".
 */
export interface AskField {
  name: string;
  label: string;
  kind: 'text' | 'lines' | 'money' | 'date' | 'choice' | 'switch' | 'number' | 'password';
  value: string;
  required?: boolean;
  hint?: string;
  placeholder?: string;
  choices?: { id: string; name: string }[];
  /** First and last day of a date. */
  start?: string;
  end?: string;
  /** Characters; absent: 200 in lines, 100 in a text. */
  longest?: number;
  /** Fen; more is not possible. */
  most?: number;
}

/** A password of six digits. */
export const sixDigits = (name: string, label: string, required = true): AskField => ({
  name,
  label,
  kind: 'password',
  value: '',
  required,
  placeholder: '6 位数字',
});

export type Answers = Record<string, string>;
export type Remarks = Record<string, string>;

export function answersOf(fields: AskField[]): Answers {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

/** What is missing or cannot be right, told at the field before anything is sent. */
export function remarksOn(fields: AskField[], answers: Answers): Remarks {
  const remarks: Remarks = {};
  for (const field of fields) {
    const remark = remarkOn(field, (answers[field.name] ?? '').trim());
    if (remark) remarks[field.name] = remark;
  }
  return remarks;
}

function remarkOn({ kind, label, required, most }: AskField, answer: string): string {
  if (!answer) return required ? `请${kind === 'choice' || kind === 'date' ? '选择' : '填写'}${label}` : '';
  if (kind === 'number' && !/^[1-9]\d{0,3}$/.test(answer)) return `${label}应为正整数`;
  if (kind !== 'money') return '';
  const fen = fenOf(answer);
  if (fen === null) return '金额应为数字，最多两位小数';
  if (fen === 0 && required) return '金额要大于零';
  return most !== undefined && fen > most ? `最多 ${(most / 100).toFixed(2)} 元` : '';
}

/** Fen of an answered amount; 0 when it was left empty. */
export function fenIn(answers: Answers, name: string): number {
  return fenOf(answers[name] ?? '') ?? 0;
}

/** What was typed, without the blanks around it; '' when it was left empty. */
export function textIn(answers: Answers, name: string): string {
  return (answers[name] ?? '').trim();
}
