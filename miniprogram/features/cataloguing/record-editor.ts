import type { RecordField, TitleRecord } from '../../../typings/contract';
import { languageName } from '../../lib/record-words';
import type { RefusalLine } from '../../lib/refusals';
import { barcodeIn, placeText, wrongBarcode, type Choices, type CopyTemplate } from './copy-template';
import type { KeptForm } from './drafts';
import { kinds, languages, nameIn } from './form-choices';
import { said } from './form-view';
import {
  MOST_COPIES,
  blankForm,
  editedRecord,
  formOf,
  inForm,
  rebased,
  type FormMessages,
  type Person,
  type RecordForm,
} from './record-form';

/** A record that is being edited: what is typed of it, and what is known of it and of its first copies. */
export interface Editor {
  /** Under which it is kept on the device. */
  key: string;
  form: RecordForm;
  /** Of a change: the record that the form began with. */
  seen: TitleRecord | null;
  /** Titles that are alike and were said to be other ones. */
  besides: string[];
  barcodes: string[];
  choices: Choices | null;
  template: CopyTemplate | null;
}

export const blankEditor = (): Editor => ({
  key: '',
  form: blankForm(),
  seen: null,
  besides: [],
  barcodes: [],
  choices: null,
  template: null,
});

/** What is drawn of an editor as a whole; while somebody types, only what changed is. */
export function drawnEditor(editor: Editor) {
  return { ...drawnRecord(editor.form), ...drawnCopies(editor) };
}

export function drawnRecord(form: RecordForm) {
  return { fields: { ...form }, ...namesIn(form) };
}

export function drawnCopies({ barcodes, choices, template }: Editor) {
  return { barcodes, place: choices && template ? placeText(template, choices) : '' };
}

/** What is kept of it on the device. */
export function keptOf({ key, form, barcodes, template, seen }: Editor, at: number): KeptForm {
  return { key, form, barcodes, at, ...(template && { template }), ...(seen && { seen }) };
}

export function namesIn({ language, kind }: RecordForm) {
  return { languageName: languageName(language) || '不详', kindName: nameIn(kinds, kind) };
}

const TYPED = [
  'title',
  'subtitle',
  'publisher',
  'year',
  'isbns',
  'price',
  'clc',
  'callNumber',
  'subjects',
  'summary',
] as const;

export function withTyped(form: RecordForm, name: string, text: string): RecordForm {
  const field = TYPED.find((each) => each === name);
  if (!field) throw new Error(`the form has no text "${name}"`);
  return { ...form, [field]: text };
}

export function withLanguage(form: RecordForm, at: number): RecordForm {
  return { ...form, language: languages[at]?.id ?? '' };
}

export function withKind(form: RecordForm, at: number): RecordForm {
  return { ...form, kind: kinds[at]?.id ?? 'book' };
}

export function withPerson(form: RecordForm, key: number, change: Partial<Person>): RecordForm {
  return { ...form, people: form.people.map((each) => (each.key === key ? { ...each, ...change } : each)) };
}

/** Behind an author mostly comes a translator. */
export function withOnePersonMore(form: RecordForm): RecordForm {
  const { people } = form;
  const key = Math.max(0, ...people.map((each) => each.key)) + 1;
  return { ...form, people: [...people, { key, name: '', role: people.length > 0 ? '译' : '著' }] };
}

export function withoutPerson(form: RecordForm, key: number): RecordForm {
  return { ...form, people: form.people.filter((each) => each.key !== key) };
}

/** The barcodes with one that was scanned, or why it is not taken. */
export function withScanned(
  barcodes: string[],
  code: string,
): { barcodes: string[]; scanWrong: '' } | { scanWrong: string } {
  const barcode = barcodeIn(code);
  const full = barcodes.length >= MOST_COPIES ? `先保存这 ${MOST_COPIES} 册，再接着加` : '';
  const scanWrong = full || wrongBarcode(barcode, barcodes);
  return scanWrong ? { scanWrong } : { barcodes: [...barcodes, barcode], scanWrong: '' };
}

const CONFLICT: RefusalLine = {
  code: 'title_changed',
  text: '同事刚刚也改了这条书目。',
  next: '下面标出了对方的内容；再点一次保存，以您的为准。',
};

/**
 * Others changed the same fields meanwhile: what I changed is put onto theirs, which is told at each field.
 * Saving again is then a decision.
 */
export function afterConflict(
  editor: Editor,
  seen: TitleRecord,
  latest: TitleRecord,
  fields: RecordField[],
): { editor: Editor; messages: FormMessages; refusals: RefusalLine[] } {
  const mine = rebased(editedRecord(editor.form, seen), seen, latest);
  return {
    editor: { ...editor, form: formOf(mine), seen: latest },
    messages: Object.fromEntries(
      fields.map((field) => [inForm(field), `同事刚刚改为：${said(latest, field) || '空'}`]),
    ),
    refusals: [CONFLICT],
  };
}
