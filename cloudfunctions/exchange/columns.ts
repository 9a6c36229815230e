import type { ImportColumn } from '../../typings/contract/imports';
import type { ItemToWrite, TitleToWrite } from './write-marc';

export type Column = ImportColumn;

interface ColumnEntry {
  /**
   * Headers as lists really carry them, ours first; compared in lower case without blanks and punctuation.
   */
  headers: string;
  /** What our own lists say in it of a title, or of a copy. */
  ofTitle?: (title: TitleToWrite) => string;
  ofCopy?: (item: ItemToWrite) => string;
}

/** Every column of a list, in the order of our own lists. */
const TABLE: Record<Column, ColumnEntry> = {
  titleId: { headers: '本馆书目号 titleid', ofTitle: ({ _id }) => _id },
  title: { headers: '题名 书名 正题名 名称 title', ofTitle: ({ title }) => title },
  subtitle: { headers: '副题名 副书名 副标题 subtitle', ofTitle: ({ subtitle }) => subtitle },
  also: {
    headers: '其他题名 又名 别名 原书名 原名 title2 alternativetitle',
    ofTitle: ({ also }) => also.join('|'),
  },
  titleKind: { headers: '书目类型 titlekind', ofTitle: ({ kind }) => kind },
  author: {
    headers: '作者 著者 责任者 著作者 作译者 author authors creator responsibility',
    // The bar keeps name and role apart, whatever both are.
    ofTitle: ({ contributors }) => contributors.map(({ name, role }) => `${name}|${role}`).join('; '),
  },
  publisher: { headers: '出版社 出版者 出版单位 publisher', ofTitle: ({ publisher }) => publisher },
  year: {
    headers: '出版年 出版年份 出版日期 出版时间 年份 year date pubdate publicationyear',
    ofTitle: ({ year }) => (year ? String(year) : ''),
  },
  isbn: { headers: 'ISBN isbn号 国际标准书号 isbn13 isbn10', ofTitle: ({ isbns }) => isbns.join(';') },
  clc: { headers: '分类号 中图分类号 中图法 分类 clc class', ofTitle: ({ clc }) => clc },
  titleCallNumber: { headers: '书目索书号 titlecallnumber', ofTitle: ({ callNumber }) => callNumber },
  language: { headers: '语种 语言 language', ofTitle: ({ language }) => language },
  subjects: {
    headers: '主题词 主题 关键词 标签 subject subjects tags',
    ofTitle: ({ subjects }) => subjects.join('|'),
  },
  summary: { headers: '摘要 内容简介 简介 内容提要 summary', ofTitle: ({ summary }) => summary },
  barcode: { headers: '条码 条码号 条形码 barcode', ofCopy: ({ _id }) => _id },
  branch: { headers: '馆藏地 分馆 馆 所属馆 branch', ofCopy: ({ homeBranchId }) => homeBranchId },
  shelf: { headers: '架位 书架 排架 shelf', ofCopy: ({ shelf }) => shelf },
  callNumber: { headers: '索书号 callnumber lccall callno', ofCopy: ({ callNumber }) => callNumber },
  kind: { headers: '文献类型 类型 itemtype', ofCopy: ({ itemType }) => itemType },
  price: {
    headers: '定价 价格 单价 price',
    ofCopy: ({ price }) => (price > 0 ? (price / 100).toFixed(2) : ''),
  },
  control: { headers: '控制号 记录号 编号 id control controlnumber doubanid 豆瓣id' },
  translator: { headers: '译者 translator' },
  copies: { headers: '复本 复本数 册数 数量 copies' },
};

const isColumn = (name: string): name is Column => name in TABLE;
export const COLUMNS: readonly Column[] = Object.keys(TABLE).filter(isColumn);

export const normalisedHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-()（）.:：*]/g, '')
    .replace(/^\ufeff/, '');

const byHeader = new Map(
  COLUMNS.flatMap((column) =>
    TABLE[column].headers.split(' ').map((header): [string, Column] => [normalisedHeader(header), column]),
  ),
);

/** What a header says by itself. */
export const columnOfHeader = (header: string): Column | null =>
  byHeader.get(normalisedHeader(header)) ?? null;

const written = COLUMNS.map((column) => TABLE[column]).filter(({ ofTitle, ofCopy }) => ofTitle ?? ofCopy);

/** The headers of our own lists. */
export const OWN_HEADERS: readonly string[] = written.map(({ headers }) => headers.split(' ', 1)[0] ?? '');

/** A line of our own lists; without a copy its columns are empty. */
export const ownCells = (title: TitleToWrite, item: ItemToWrite | null): string[] =>
  written.map(({ ofTitle, ofCopy }) => ofTitle?.(title) ?? (item && ofCopy?.(item)) ?? '');
