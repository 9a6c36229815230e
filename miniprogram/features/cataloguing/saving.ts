import type { TitleRecord } from '../../../typings/contract';
import { act, ask, type Outcome } from '../../lib/call';
import { fenOf } from '../../lib/money';
import { rememberTemplate, type CopyTemplate } from './copy-template';
import type { Editor } from './record-editor';
import { editedRecord, recordOf } from './record-form';

/** What the page says of a record that was saved. */
export interface Saved {
  titleId: string;
  title: string;
  text: string;
  copies: number;
}

/** Adds the title with its first copies, or changes the one that the form was opened for. */
export async function saveRecord(titleId: string, editor: Editor): Promise<Outcome<Saved>> {
  const { seen, template } = editor;
  if (seen) return saveChange(titleId, editor, seen);
  if (!template) throw new Error('a new title has a place for its copies');
  return saveNew(editor, template);
}

async function saveNew({ form, barcodes, besides }: Editor, template: CopyTemplate): Promise<Outcome<Saved>> {
  const price = fenOf(form.price) ?? 0;
  const copies = barcodes.map((barcode) => ({ ...template, price, barcode }));
  const outcome = await act('cataloguing.addTitle', { record: recordOf(form), copies, besides });
  if (outcome.kind !== 'value') return outcome;
  rememberTemplate(template);
  const { titleId, title } = outcome.value;
  const text = copies.length > 0 ? `复本 ${copies.length} 册，现在就能检索到` : '现在就能检索到，还没有复本';
  return { kind: 'value', value: { titleId, title: title.title, text, copies: copies.length } };
}

async function saveChange(
  titleId: string,
  { form, besides }: Editor,
  seen: TitleRecord,
): Promise<Outcome<Saved>> {
  const record = editedRecord(form, seen);
  const outcome = await act('cataloguing.changeTitle', { titleId, seen, record, besides });
  if (outcome.kind !== 'value') return outcome;
  // The timer does it too; asked for now, the desks see the new name at once.
  if (outcome.value.copiesBehind) await ask('cataloguing.refreshCopies', { titleId });
  const { title } = outcome.value.record;
  return { kind: 'value', value: { titleId, title, text: '已保存', copies: 0 } };
}
