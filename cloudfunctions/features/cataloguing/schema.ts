import * as v from 'valibot';
import type { CopyChange, NewCopy } from '../../../typings/contract/cataloguing';
import type { TitleRecord } from '../../../typings/contract/title-record';
import { anAmountOrNone } from '../../kernel/fen';
import { aBarcode, anId, aText, someLines, aLine, type Schema } from '../../kernel/validate';
import { classKey } from '../../search/clc';
import { readIsbn } from '../../search/isbn';
import { TITLE_KINDS } from '../../exchange/title-kind';

/** Copies that one form or one scan brings in: each is read and written in the transaction. */
const MOST_COPIES = 20;
const OLDEST_YEAR = 1000;
const NEWEST_YEAR = 2200;

const anIsbn = v.pipe(
  v.string(),
  v.check((text) => readIsbn(text) !== null, 'ISBN 校验位不对，请与书上核对'),
  v.transform((text) => readIsbn(text) ?? ''),
);

const aYear = v.pipe(
  v.number(),
  v.integer('年份应是四位数字'),
  v.check((year) => year === 0 || (year >= OLDEST_YEAR && year <= NEWEST_YEAR), '年份应是四位数字'),
);

export const aRecord: Schema<TitleRecord> = v.strictObject({
  title: aText(300),
  subtitle: aLine(300),
  contributors: v.pipe(
    v.array(v.strictObject({ name: aText(80), role: aLine(12) })),
    v.maxLength(60, '最多 60 位责任者'),
  ),
  publisher: aLine(80),
  year: aYear,
  isbns: v.pipe(
    v.array(anIsbn),
    v.maxLength(10, '最多 10 个 ISBN'),
    v.transform((isbns) => [...new Set(isbns)]),
  ),
  clc: v.pipe(
    aLine(40),
    v.check((clc) => clc === '' || classKey(clc) !== '', '不是中图法分类号，例如 I247.5'),
  ),
  callNumber: aLine(60),
  language: v.pipe(v.string(), v.regex(/^([a-z]{3})?$/, '语种应为三个字母，例如 chi')),
  kind: v.picklist(TITLE_KINDS, '没有这种类型'),
  subjects: v.pipe(
    v.array(aText(40)),
    v.maxLength(20, '最多 20 个主题词'),
    v.transform((subjects) => [...new Set(subjects)]),
  ),
  summary: someLines(2000),
});

/** Of a copy that comes in: no more than what can be printed and read again. */
const aNewBarcode = v.pipe(
  aBarcode,
  v.regex(/^[\w.-]{2,40}$/, '条码由 2 到 40 位字母、数字组成'),
  v.check((text) => !(text.length === 13 && readIsbn(text) !== null), '这是书上的 ISBN，不是馆藏条码'),
);

const copyFields = {
  branchId: anId,
  shelf: aLine(60),
  callNumber: aLine(60),
  itemType: anId,
  price: anAmountOrNone,
  use: v.picklist(['loan', 'on_site', 'reference'], '没有这种用途'),
  minAge: v.pipe(v.number(), v.integer('年龄应是整数'), v.minValue(0), v.maxValue(18, '年龄标记最大 18 岁')),
};

const aCopy: Schema<NewCopy> = v.strictObject({ barcode: aNewBarcode, ...copyFields });

export const copies = v.pipe(
  v.array(aCopy),
  v.maxLength(MOST_COPIES, `一次最多加 ${MOST_COPIES} 册`),
  v.check((list) => new Set(list.map(({ barcode }) => barcode)).size === list.length, '有两册条码相同'),
);

export const aCopyChange: Schema<CopyChange> = v.partial(v.strictObject(copyFields));

/** Titles that stand beside the one that is written. */
export const besides = v.pipe(v.array(anId), v.maxLength(50));
