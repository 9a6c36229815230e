import type { AnswerWords, DeskAnswer, InvalidField } from '../../../typings/contract';
import { remarksAt } from '../../lib/remarks';

/** The editor's fields as they are typed: forms of asking a line each. */
export interface AnswerForm {
  question: string;
  forms: string;
  subject: string;
  text: string;
  validUntil: string;
}

export const EMPTY: AnswerForm = { question: '', forms: '', subject: '', text: '', validUntil: '' };

export type Remarks = Partial<Record<keyof AnswerForm, string>>;

export function isField(name: string | undefined): name is keyof AnswerForm {
  return name !== undefined && name in EMPTY;
}

/** The draft where there is one, or else what readers see. */
export function formOf({ draft, published }: Pick<DeskAnswer, 'draft' | 'published'>): AnswerForm {
  const words = draft ?? published;
  if (!words) return EMPTY;
  const { question, forms, subject, text, validUntil } = words;
  return { question, forms: forms.join('\n'), subject, text, validUntil: validUntil ?? '' };
}

/** `links` are kept as they were: this form does not show them. */
export function wordsOf(form: AnswerForm, links: AnswerWords['links']): AnswerWords {
  return {
    question: form.question.trim(),
    forms: [
      ...new Set(
        form.forms
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ),
    ],
    subject: form.subject.trim(),
    text: form.text.trim(),
    links,
    validUntil: form.validUntil.trim() || null,
  };
}

/** What cannot be right, told at the field before anything is sent. The library looks again. */
export function remarksOn({ question, subject, text, validUntil }: AnswerForm): Remarks {
  return {
    ...(question.trim() === '' && { question: '请写问题' }),
    ...(subject.trim() === '' && { subject: '请写主题' }),
    ...(text.trim() === '' && { text: '请写回答' }),
    ...(validUntil.trim() !== '' &&
      !/^\d{4}-\d\d-\d\d$/.test(validUntil.trim()) && { validUntil: '日期应为 2026-01-31 这样的格式' }),
  };
}

/** Where the library itself found something wrong: `input.forms.3` is said at the forms. */
export const remarksFrom = (fields: InvalidField[]): Remarks => remarksAt(fields, isField);
