import type { ItemToWrite, TitleToWrite } from './write-marc';
import { csvLine } from './write-csv';

const HEADER = [
  '本馆书目号',
  '题名',
  '副题名',
  '其他题名',
  '书目类型',
  '作者',
  '出版社',
  '出版年',
  'ISBN',
  '分类号',
  '书目索书号',
  '语种',
  '主题词',
  '摘要',
  '条码',
  '馆藏地',
  '架位',
  '索书号',
  '文献类型',
  '定价',
];

/** The head of a list, with the mark by which Excel knows UTF-8. */
export const listHeader = (): string => '\ufeff' + csvLine(HEADER);

/** A title as lines of a list: one for each copy, one alone when it has none. */
export function listLines(title: TitleToWrite, items: ItemToWrite[]): string {
  const own = [
    title._id,
    title.title,
    title.subtitle,
    title.also.join('|'),
    title.kind,
    // The bar keeps name and role apart, whatever both are.
    title.contributors.map(({ name, role }) => `${name}|${role}`).join('; '),
    title.publisher,
    title.year ? String(title.year) : '',
    title.isbns.join(';'),
    title.clc,
    title.callNumber,
    title.language,
    title.subjects.join('|'),
    title.summary,
  ];
  if (items.length === 0) return csvLine([...own, '', '', '', '', '', '']);
  return items
    .map((item) =>
      csvLine([
        ...own,
        item._id,
        item.homeBranchId,
        item.shelf,
        item.callNumber,
        item.itemType,
        item.price > 0 ? (item.price / 100).toFixed(2) : '',
      ]),
    )
    .join('');
}
