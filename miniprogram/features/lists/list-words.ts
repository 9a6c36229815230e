import type { Ages } from '../../../typings/contract';
import type { Answers, AskField } from '../../components/ask-sheet/fields';

/** What readers are told before their words are taken back. */
export const PAUSES = '保存后会暂停公开，改好后再申请一次即可。';

/** Name and description of a list, asked for where one is made and where it is changed. */
export function wordsFields({ name = '', about = '' }: { name?: string; about?: string }): AskField[] {
  return [
    {
      name: 'name',
      label: '名字',
      kind: 'text',
      value: name,
      required: true,
      placeholder: '如 陪孩子读的睡前故事',
      hint: '最多 30 个字',
    },
    { name: 'about', label: '简介', kind: 'lines', value: about, placeholder: '这份书单为谁而选，怎么读' },
  ];
}

/** By whom the list is signed. */
export function authorField(value: string, said: Pick<AskField, 'placeholder' | 'hint'>): AskField {
  return { name: 'author', label: '署名', kind: 'text', value, required: true, ...said };
}

export function wordsIn({ name = '', about = '' }: Answers): { name: string; about: string } {
  return { name: name.trim(), about: about.trim() };
}

/** Whom a librarian's list is for: children find it on their home. */
export function agesFields(ages?: Ages): AskField[] {
  const field = (name: string, label: string, age: number | null | undefined): AskField => ({
    ...{ name, label, kind: 'number' },
    value: age ? String(age) : '',
    placeholder: '不限',
  });
  return [
    { ...field('from', '适合几岁起', ages?.from), hint: '填了年龄的书单，会出现在这个年龄的孩子的首页' },
    field('to', '适合到几岁', ages?.to),
  ];
}

export function agesIn({ from = '', to = '' }: Answers): Ages {
  const age = (text: string): number | null => (text.trim() === '' ? null : Number(text));
  return { from: age(from), to: age(to) };
}
