import type {
  FileFault,
  ImportColumn,
  ImportEncoding,
  ImportFormat,
  ImportLook,
  ImportSample,
  ImportsApi,
} from '../../../typings/contract';
import { yuan } from '../../lib/money';
import { kindNames } from '../../lib/record-words';
import type { RefusalLine } from '../../lib/refusals';
import { encodingNames, faultWords, fileFaultWords, formatNames, warningWords } from './fault-words';

/** What can be settled by hand; the first of each is what the file tells. */
interface Option<T extends string> {
  id: T | '';
  name: string;
}

export const FORMATS: Option<ImportFormat>[] = [
  { id: '', name: '自动识别' },
  ...(['marc21', 'cnmarc', 'csv', 'xlsx'] as const).map((id) => ({ id, name: formatNames[id] })),
];

export const ENCODINGS: Option<ImportEncoding>[] = [
  { id: '', name: '自动识别' },
  ...(['utf-8', 'gb18030', 'big5', 'marc-8', 'iso-5426', 'latin-1'] as const).map((id) => ({
    id,
    name: encodingNames[id],
  })),
];

const COLUMN_NAMES: Partial<Record<ImportColumn, string>> = {
  title: '题名',
  subtitle: '副题名',
  also: '其他题名',
  author: '作者',
  translator: '译者',
  publisher: '出版社',
  year: '出版年',
  isbn: 'ISBN',
  clc: '分类号',
  callNumber: '索书号',
  language: '语种',
  subjects: '主题词',
  summary: '摘要',
  price: '价格',
  barcode: '条码',
  branch: '馆藏地',
  shelf: '架位',
  copies: '复本数',
  kind: '文献类型',
  control: '记录号',
  titleId: '本馆书目号',
  titleCallNumber: '书目索书号',
  titleKind: '书目类型',
};

export const COLUMNS: Option<ImportColumn>[] = [
  { id: '', name: '不导入' },
  ...(Object.entries(COLUMN_NAMES) as [ImportColumn, string][]).map(([id, name]) => ({ id, name })),
];

interface SampleRow {
  number: number;
  title: string;
  people: string;
  imprint: string;
  /** Names and values that stand below each other. */
  facts: { name: string; value: string }[];
  copies: string;
  warnings: string[];
}

export function lookView(look: ImportLook) {
  const { columns } = look;
  return {
    format: look.xml ? `${formatNames[look.format]}（XML）` : formatNames[look.format],
    encoding: look.encoding ? encodingNames[look.encoding] : '',
    summary: summaryOf(look),
    clean: look.readable > 0 && look.readable + look.deleted === look.looked,
    nothing: look.readable === 0 && !look.titleColumnMissing,
    titleColumnMissing: look.titleColumnMissing,
    samples: look.samples.map(sampleRow),
    broken: look.broken.map(({ number, fault }) => ({ number, text: faultWords(fault) })),
    columns: columns.map(({ header, example, holds }, at) => ({
      at,
      header: header || `第 ${at + 1} 列`,
      example,
      index: Math.max(
        0,
        COLUMNS.findIndex(({ id }) => id === holds),
      ),
    })),
    strange: look.strangeBranches.join('、'),
  };
}

export type LookView = ReturnType<typeof lookView>;

/** The view of a file that was looked at, or why nothing of it can be read yet. */
export function lookAnswer(answer: LookAnswer): { view: LookView | null; problem: RefusalLine[] } {
  if ('fault' in answer) return { view: null, problem: [faultLine(answer.fault)] };
  const view = lookView(answer.look);
  return { view, problem: view.titleColumnMissing ? [NO_TITLES] : view.nothing ? [NOTHING] : [] };
}

const NO_TITLES: RefusalLine = {
  code: 'title',
  text: '没有认出哪一列是题名。',
  next: '请在“各列是什么”里指定题名列。',
};
const NOTHING: RefusalLine = {
  code: 'nothing',
  text: '没有一条记录读得出来。',
  next: '可能是格式或编码认错了，请在下面改选；也可能选错了文件。',
};
const faultLine = (fault: FileFault): RefusalLine => ({
  code: fault.code,
  text: fileFaultWords(fault),
  next: '如果格式或编码认错了，可在下面改选；否则请返回重新选择文件。',
});

/** The columns with another meaning at one of them: a meaning stands in one column. */
export function columnsWith(
  columns: LookView['columns'],
  at: number,
  meaning: number,
): (ImportColumn | '')[] {
  const chosen = COLUMNS[meaning]?.id ?? '';
  return columns
    .map(({ index }) => COLUMNS[index]?.id ?? '')
    .map((holds, n) => (n === at ? chosen : chosen && holds === chosen ? '' : holds));
}

function summaryOf({ records, looked, readable, deleted }: ImportLook): string {
  const seen = looked < records ? `看了前 ${looked} 条：` : '';
  const wrong = looked - readable - deleted;
  const parts = [
    `${readable} 条可以导入`,
    ...(wrong > 0 ? [`${wrong} 条有误`] : []),
    ...(deleted > 0 ? [`${deleted} 条来源已删除`] : []),
  ];
  return `共 ${records} 条。${seen}${parts.join('，')}。`;
}

function sampleRow(sample: ImportSample): SampleRow {
  const { title, subtitle, publisher, year, price, isbns, clc, callNumber, kind } = sample;
  const facts = [
    { name: 'ISBN', value: isbns.join('、') },
    { name: '分类号', value: clc },
    { name: '索书号', value: callNumber },
    { name: '价格', value: price > 0 ? yuan(price) : '' },
    { name: '类型', value: kindNames[kind] },
  ];
  return {
    number: sample.number,
    title: [title, subtitle].filter(Boolean).join('：'),
    people: sample.people,
    imprint: [publisher, year > 0 ? String(year) : ''].filter(Boolean).join('，'),
    facts: facts.filter(({ value }) => value !== ''),
    copies: copiesLine(sample),
    warnings: sample.warnings.map(warningWords),
  };
}

function copiesLine({ copies, places }: ImportSample): string {
  if (copies === 0) return '没有复本';
  const named = places.map(({ barcode, branchName, shelf }) =>
    [branchName, shelf, barcode].filter(Boolean).join(' '),
  );
  const shown = [...new Set(named)].slice(0, 3).join('；');
  return `${copies} 册：${shown}${copies > 3 && new Set(named).size > 3 ? ' 等' : ''}`;
}

interface Settled {
  format: number;
  encoding: number;
  columns: (ImportColumn | '')[] | null;
  branchId: string;
  copies: number;
}

type LookInput = Parameters<ImportsApi['imports.look']>[0];
type LookAnswer = ReturnType<ImportsApi['imports.look']>;

/** What was settled by hand, without what the file is to tell itself. */
export function settledInput({
  format,
  encoding,
  columns,
  branchId,
  copies,
}: Settled): Omit<LookInput, 'fileId'> {
  const formatId = FORMATS[format]?.id;
  const encodingId = ENCODINGS[encoding]?.id;
  return {
    ...(formatId && { format: formatId }),
    ...(encodingId && { encoding: encodingId }),
    ...(columns && { columns }),
    ...(branchId && { branchId }),
    copies,
  };
}
