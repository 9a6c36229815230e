import type { AskField } from '../../components/ask-sheet/fields';
import { asking, type Asking } from '../../lib/asking';

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

export function askWords(
  what: string,
  heading: string,
  words: { name?: string; about?: string },
  note = '',
): Asking {
  return asking(what, { heading, note, fields: wordsFields(words), confirm: '保存' });
}

export function wordsIn(answers: Record<string, string>): { name: string; about: string } {
  return { name: (answers.name ?? '').trim(), about: (answers.about ?? '').trim() };
}
