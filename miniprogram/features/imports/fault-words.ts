import type {
  FileFault,
  ImportEncoding,
  ImportFormat,
  RecordFault,
  RecordWarning,
  SameBook,
  WithdrawnTitle,
} from '../../../typings/contract';

/**
 * Why a record or a file cannot be read, in the words of a desk. A code without words does not compile.
 */

type Words<F extends { code: string }> = { [C in F['code']]: (fault: Extract<F, { code: C }>) => string };

export const formatNames: Record<ImportFormat, string> = {
  marc21: 'MARC 21',
  cnmarc: 'CNMARC / UNIMARC',
  csv: 'CSV 表格',
  xlsx: 'Excel 表格',
};

export const encodingNames: Record<ImportEncoding | 'utf-16le', string> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030（含 GBK）',
  big5: 'Big5',
  'marc-8': 'MARC-8',
  'iso-5426': 'ISO 5426',
  'latin-1': 'Latin-1',
  'utf-16le': 'UTF-16',
};

const ofRecord: Words<RecordFault> = {
  file_ends: () => '文件在这条记录中间断了',
  too_short: ({ bytes }) => `只有 ${bytes} 字节，不够一个记录头标`,
  no_terminator: ({ bytes }) => `${bytes} 字节都没有记录结束符`,
  leader_length: ({ found }) => `头标里的记录长度“${found}”不是数字`,
  leader_base: ({ found }) => `头标里的数据基地址“${found}”不是数字`,
  base_outside: ({ base, bytes }) => `数据基地址 ${base} 超出了记录（${bytes} 字节）`,
  directory_end: ({ base }) => `目次区没有在基地址 ${base} 之前结束`,
  directory_length: ({ bytes }) => `目次区长 ${bytes} 字节，不是 12 的倍数`,
  directory_entry: ({ found }) => `目次项“${found}”读不懂`,
  field_outside: ({ tag, end, bytes }) => `字段 ${tag} 到第 ${end} 字节，超出了记录（${bytes} 字节）`,
  field_end: ({ tag }) => `字段 ${tag} 没有结束符`,
  field_encoding: ({ tag, encoding }) => `字段 ${tag} 不是有效的 ${encodingNames[encoding]}`,
  too_long: () => '太长，不像一条记录',
  record_encoding: ({ encoding }) => `不是有效的 ${encodingNames[encoding]}`,
  xml: ({ detail }) => `XML 有误：${detail}`,
  field_tag: ({ found }) => `字段号“${found}”有误`,
  subfield_outside: () => '子字段不在字段里',
  no_fields: () => '记录里没有字段',
  list_syntax: () => '引号没有成对，后面的内容读不出来',
  column_count: ({ found, header }) => `这一行有 ${found} 列，表头有 ${header} 列`,
  text_lost: () => '有乱码：编码不符，或原来的文字已丢失',
  no_title_field: () => '没有题名（245 或 200 字段）',
  no_title: () => '题名为空',
  other_format: ({ is, asked }) => `这是 ${formatNames[is]}，不是 ${formatNames[asked]}`,
  same_record: ({ number, control }) => `与第 ${number} 条是同一条记录（控制号 ${control}）`,
};

const ofDoubt: Words<RecordWarning> = {
  wrong_isbn: () => '有一个 ISBN 校验位不对，没有收入',
  unknown_characters: ({ encoding }) => `有 ${encodingNames[encoding]} 表中没有的字，以“〓”代替`,
  text_lost_before: () => '文字里有“�”，原来的字在此之前已丢失',
  barcode_taken: ({ barcode }) => `条码 ${barcode} 已属于另一种书，这册没有收入`,
  deleted_not_here: () => '来源已删除，本馆也没有这种书',
};

const ofFile: Words<FileFault> = {
  empty: () => '这个文件里没有记录。',
  no_records: () => '这不是书目文件。',
  old_excel: () => '这是旧式 Excel 文件（.xls），请另存为 .xlsx 或 CSV 后再导入。',
  password: () => '这个工作簿设了密码，请去掉密码另存后再导入。',
  utf16_marc: () => '这个 MARC 文件是 UTF-16 编码，请另存为 UTF-8。',
  xml_encoding: () => '这个 XML 声明了不支持的编码，请另存为 UTF-8。',
  list_marc8: () => '表格不会用这种编码，请换一种。',
  no_sheet: () => '这不是 Excel 工作簿（.xlsx），里面没有工作表。',
  workbook_damaged: () => '这个工作簿已损坏，请用 Excel 打开另存后再试。',
  file_gone: () => '上传的文件已不在，请重新选择文件。',
  workbook_too_large: () => '这个工作簿展开后太大，请分成几个文件。',
  list_syntax: () => '表格的引号没有成对，读不出表头。',
  no_column: ({ name }) => `表头里没有“${name}”这一列。`,
  no_title_column: () => '表头里没有题名这一列。',
  file_too_large: ({ most }) =>
    `文件太大，这种文件最多 ${most / 1_000_000} MB。请分成几个文件，或用命令行导入。`,
  too_many_records: ({ most }) => `超过 ${most / 10_000} 万条记录。请分成几个文件，或用命令行导入。`,
};

const say = <F extends { code: string }>(words: Words<F>, fault: F): string => {
  // The index picks the words of the fault's own code; a newer library may know one that this version does
  // not.
  const sentence = words[fault.code as F['code']] as ((fault: F) => string) | undefined;
  return sentence ? sentence(fault) : '读不出来';
};

export const faultWords = (fault: RecordFault): string => say(ofRecord, fault);
export const warningWords = (warning: RecordWarning): string => say(ofDoubt, warning);
export const fileFaultWords = (fault: FileFault): string => say(ofFile, fault);

export const sameBookWords: Record<SameBook['why'], string> = {
  isbn: 'ISBN 相同',
  isbn_and_title: 'ISBN 和题名都相同',
  title_author_year: '题名、作者和出版年相同',
};

export const withdrawnWords: Record<WithdrawnTitle['why'], string> = {
  deleted: '来源已删除',
  not_in_full_load: '这次的文件里没有',
};
