import type { CataloguedCopy, CopyChange, ItemUse, NewCopy } from '../../../typings/contract';
import { fenIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { typedYuan, yuan } from '../../lib/money';
import { USES, nameIn, type Choice } from './form-choices';
import { isIsbn } from './record-form';

/** What new copies have in common; only the barcode is each one's own. */
export type CopyTemplate = Omit<NewCopy, 'barcode'>;

export interface Choices {
  branchId: string;
  branches: Choice[];
  itemTypes: Choice[];
}

/** The last ones of this device: a trolley of books mostly goes to one place. */
const KEY = 'cataloguing-template';

export function firstTemplate({ branchId, branches, itemTypes }: Choices): CopyTemplate {
  const known = wx.getStorageSync(KEY) as Partial<CopyTemplate> | '';
  const last = known || {};
  return {
    branchId: branches.some(({ id }) => id === last.branchId) ? (last.branchId ?? branchId) : branchId,
    shelf: last.shelf ?? '',
    callNumber: '',
    itemType: itemTypes.some(({ id }) => id === last.itemType)
      ? (last.itemType ?? '')
      : (itemTypes[0]?.id ?? ''),
    price: 0,
    use: 'loan',
    minAge: 0,
  };
}

/**
 * Further copies of a title are mostly like those that are here: of the same type and price, at the same
 * branch on the same shelf.
 */
export function templateLike(template: CopyTemplate, copies: readonly CataloguedCopy[]): CopyTemplate {
  const shown = copies.filter(({ status }) => status !== 'withdrawn' && status !== 'lost');
  const here = shown.find(({ branchId }) => branchId === template.branchId);
  const like = here ?? shown[0];
  if (!like) return template;
  const { itemType, price, minAge } = like;
  return { ...template, itemType, price, minAge, shelf: here ? here.shelf : '' };
}

export function rememberTemplate({ branchId, shelf, itemType }: CopyTemplate): void {
  wx.setStorageSync(KEY, { branchId, shelf, itemType });
}

/** "总馆 · 文学 3 架 · 图书 · ¥28.00" */
export function placeText(copy: CopyTemplate, { branches, itemTypes }: Choices): string {
  return [
    nameIn(branches, copy.branchId),
    copy.shelf || '没有架位',
    nameIn(itemTypes, copy.itemType),
    copy.price > 0 ? yuan(copy.price) : '',
    copy.use === 'loan' ? '' : nameIn(USES, copy.use),
    copy.minAge > 0 ? `${copy.minAge} 岁以上` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What a sheet asks of copies that come in, or of one that is here. */
export function copyFields(copy: CopyTemplate, { branches, itemTypes }: Choices, here: boolean): AskField[] {
  return [
    {
      name: 'branchId',
      label: '所属馆',
      kind: 'choice',
      value: copy.branchId,
      required: true,
      choices: branches,
      ...(here && { hint: '在架的同时记到新馆架上；借出的还回后送往新馆' }),
    },
    { name: 'shelf', label: '架位', kind: 'text', value: copy.shelf, placeholder: '例如：文学 3 架' },
    {
      name: 'callNumber',
      label: '索书号',
      kind: 'text',
      value: copy.callNumber,
      ...(!here && { hint: '不填与书目相同' }),
    },
    {
      name: 'itemType',
      label: '文献类型',
      kind: 'choice',
      value: copy.itemType,
      required: true,
      choices: itemTypes,
    },
    { name: 'price', label: '定价', kind: 'money', value: typedYuan(copy.price) },
    { name: 'use', label: '用途', kind: 'choice', value: copy.use, required: true, choices: USES },
    {
      name: 'minAge',
      label: '年龄标记',
      kind: 'number',
      value: copy.minAge > 0 ? String(copy.minAge) : '',
      hint: '几岁以上可借；不填不限',
    },
  ];
}

export function templateIn(answers: Answers): CopyTemplate {
  return {
    branchId: answers.branchId ?? '',
    shelf: (answers.shelf ?? '').trim(),
    callNumber: (answers.callNumber ?? '').trim(),
    itemType: answers.itemType ?? '',
    price: fenIn(answers, 'price'),
    use: useOf(answers.use),
    minAge: Math.min(18, Number(answers.minAge || 0)),
  };
}

const useOf = (answer = ''): ItemUse => (answer === 'on_site' || answer === 'reference' ? answer : 'loan');

/** What of a copy was changed in the sheet: only that is sent, so that others' changes of it stay. */
export function changeIn(before: CopyTemplate, answers: Answers): CopyChange {
  const after = templateIn(answers);
  const fields = Object.keys(after) as (keyof CopyTemplate)[];
  return Object.fromEntries(
    fields.filter((field) => after[field] !== before[field]).map((field) => [field, after[field]]),
  );
}

/** A barcode as the scanner gives it; '' for nothing. */
export function barcodeIn(code: string): string {
  const text = [...code].filter((character) => character > ' ' && character !== '\u007f').join('');
  return /^[A-D]\d{4,}[A-D]$/i.test(text) ? text.slice(1, -1) : text;
}

/** Why a scanned text is no barcode for a copy; '' when it may be one. */
export function wrongBarcode(barcode: string, taken: readonly string[]): string {
  if (barcode.length === 13 && isIsbn(barcode)) return '这是书上的 ISBN，请扫贴在书上的馆藏条码';
  if (!/^[\w.-]{2,40}$/.test(barcode)) return '条码由 2 到 40 位字母、数字组成';
  return taken.includes(barcode) ? `${barcode} 已经在下面了` : '';
}
