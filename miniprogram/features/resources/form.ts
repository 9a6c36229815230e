import type { DeskResource, InvalidField, ResourceWords } from '../../../typings/contract';
import { remarksAt } from '../../lib/remarks';

/** The editor's fields as they are typed: steps a line each, subjects with commas between. */
export interface ResourceForm {
  kind: ResourceWords['kind'];
  name: string;
  provider: string;
  about: string;
  guide: string;
  url: string;
  access: ResourceWords['access'];
  subjects: string;
  contact: string;
}

export const EMPTY: ResourceForm = {
  kind: 'database',
  name: '',
  provider: '',
  about: '',
  guide: '',
  url: '',
  access: 'everywhere',
  subjects: '',
  contact: '',
};

export type Remarks = Partial<Record<keyof ResourceForm, string>>;

export function isField(name: string | undefined): name is keyof ResourceForm {
  return name !== undefined && name in EMPTY;
}

const MOST_STEPS = 12;
const LONGEST_STEP = 200;
const MOST_SUBJECTS = 8;
const LONGEST_SUBJECT = 12;

export function formOf({ guide, subjects, ...rest }: DeskResource): ResourceForm {
  const { kind, name, provider, about, url, access, contact } = rest;
  return {
    kind,
    name,
    provider,
    about,
    guide: guide.join('\n'),
    url,
    access,
    subjects: subjects.join('，'),
    contact,
  };
}

export function wordsOf(form: ResourceForm): ResourceWords {
  return {
    kind: form.kind,
    name: form.name.trim(),
    provider: form.provider.trim(),
    about: form.about.trim(),
    guide: parts(form.guide, /\n/),
    url: form.url.trim(),
    access: form.access,
    subjects: [...new Set(parts(form.subjects, /[,，、;；\n]/))],
    contact: form.contact.trim(),
  };
}

/** What cannot be right, told at the field before anything is sent. The library looks again. */
export function remarksOn(form: ResourceForm): Remarks {
  const { name, url, access, guide, subjects } = wordsOf(form);
  const long = guide.findIndex((step) => step.length > LONGEST_STEP);
  const longSubject = subjects.find((subject) => subject.length > LONGEST_SUBJECT);
  return {
    ...(name === '' && { name: '请填写名称' }),
    ...(url !== '' && !/^https:\/\/[^\s/]+\.[^\s]+$/.test(url) && { url: '网址应以 https:// 开头' }),
    ...(url === '' && access !== 'in_library' && { url: '馆外可用的资源要填网址' }),
    ...(guide.length > MOST_STEPS && { guide: `最多 ${MOST_STEPS} 步，现在有 ${guide.length} 步` }),
    ...(long >= 0 && { guide: `第 ${long + 1} 步太长，每步最多 ${LONGEST_STEP} 个字` }),
    ...(subjects.length > MOST_SUBJECTS && { subjects: `最多 ${MOST_SUBJECTS} 个主题` }),
    ...(longSubject && { subjects: `“${longSubject}”太长，每个主题最多 ${LONGEST_SUBJECT} 个字` }),
  };
}

/** Where the library itself found something wrong: `input.guide.3` is said at the guide. */
export const remarksFrom = (fields: InvalidField[]): Remarks => remarksAt(fields, isField);

const parts = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);
