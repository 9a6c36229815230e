import type { InvalidField, Profile, ProfileTerms, ProfileWhen } from '../../../typings/contract';
import { remarksAt } from '../../lib/remarks';

/** The editor's fields as they are typed: with commas between. */
export interface ProfileForm {
  name: string;
  words: string;
  authors: string;
  classes: string;
}

export const EMPTY: ProfileForm = { name: '', words: '', authors: '', classes: '' };
export type Remarks = Partial<Record<keyof ProfileForm, string>>;

export const isField = (name: string | undefined): name is keyof ProfileForm =>
  name !== undefined && name in EMPTY;

const LONGEST_NAME = 30;
const parts = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、;；\n]/)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

export const formOf = ({ name, terms }: Pick<Profile, 'name' | 'terms'>): ProfileForm => ({
  name,
  words: terms.words.join('，'),
  authors: terms.authors.join('，'),
  classes: terms.classes.join('，'),
});

/** `rest`: what this form does not show. Without a name it is called by what it looks for. */
export function savedOf(
  form: ProfileForm,
  rest: Pick<ProfileTerms, 'languages' | 'kinds'>,
  when: ProfileWhen,
): { name: string; terms: ProfileTerms; when: ProfileWhen } {
  const terms = {
    ...rest,
    words: parts(form.words),
    authors: parts(form.authors),
    classes: parts(form.classes).map((each) => each.toUpperCase()),
  };
  const called = [...terms.words, ...terms.authors, ...terms.classes].slice(0, 3).join('、');
  return { name: (form.name.trim() || called).slice(0, LONGEST_NAME), terms, when };
}

export const remarksOn = ({ terms }: { terms: ProfileTerms }): Remarks =>
  terms.words.length + terms.authors.length + terms.classes.length > 0
    ? {}
    : { words: '主题词、作者和分类号，至少写一样' };

/** Where the library found something wrong: `input.terms.classes.0` is said at the classes. */
export function remarksFrom(fields: InvalidField[]): Remarks {
  return remarksAt(fields, isField, ([, first, second]) => (first === 'terms' ? (second ?? 'words') : first));
}
