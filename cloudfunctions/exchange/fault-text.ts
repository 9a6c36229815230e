import type { FileFault, RecordFault, RecordWarning } from '../../typings/contract/imports';
import { nameOf } from './encodings';

/** The reasons in the words of the command line. The desk has its own, in Chinese. */

const quoted = (text: string) => JSON.stringify(text);

type Words<F extends { code: string }> = { [C in F['code']]: (fault: Extract<F, { code: C }>) => string };

const ofRecord: Words<RecordFault> = {
  file_ends: () => 'the file ends inside the record (no record terminator)',
  too_short: ({ bytes }) => `only ${bytes} bytes, a leader alone has 24`,
  no_terminator: ({ bytes }) => `${bytes} bytes without a record terminator`,
  leader_length: ({ found }) => `leader: record length is ${quoted(found)}, not a number`,
  leader_base: ({ found }) => `leader: base address is ${quoted(found)}, not a number`,
  base_outside: ({ base, bytes }) => `leader: base address ${base} lies outside the record of ${bytes} bytes`,
  directory_end: ({ base }) => `directory does not end before the base address ${base}`,
  directory_length: ({ bytes }) => `directory: ${bytes} bytes, not a multiple of 12`,
  directory_entry: ({ found }) => `directory: entry ${quoted(found)} is no tag, length and place`,
  field_outside: ({ tag, end, bytes }) =>
    `directory: field ${tag} ends at byte ${end}, after the record's ${bytes}`,
  field_end: ({ tag }) => `field ${tag} does not end with a field terminator`,
  field_encoding: ({ tag, encoding }) => `field ${tag}: not valid ${nameOf(encoding)}`,
  too_long: () => 'too long for a record',
  record_encoding: ({ encoding }) => `not valid ${nameOf(encoding)}`,
  xml: ({ detail }) => `XML: ${detail}`,
  field_tag: ({ found }) => `a field has the tag ${quoted(found)}`,
  subfield_outside: () => 'a subfield outside a field',
  no_fields: () => 'a record without fields',
  list_syntax: ({ detail }) => detail,
  column_count: ({ found, header }) => `${found} columns, the header has ${header}`,
  text_lost: () => 'not valid in the encoding of the file, or text that was lost before',
  no_title_field: () => 'no title (neither 245 nor 200)',
  no_title: () => 'no title',
  other_format: ({ is, asked }) => `this is ${is}, not ${asked}`,
  same_record: ({ number, control }) => `the same record as number ${number} (${control})`,
};

const ofDoubt: Words<RecordWarning> = {
  wrong_isbn: () => 'an ISBN with a wrong check digit was left out',
  unknown_characters: ({ encoding }) =>
    `characters that the tables of ${nameOf(encoding)} do not know stand as 〓`,
  text_lost_before: () => 'the record holds replacement characters: text was lost before',
  barcode_taken: ({ barcode, titleId }) =>
    `barcode ${barcode} belongs to ${titleId} already: this copy was left out`,
  deleted_not_here: () => 'deleted at its source; it is not here',
};

const ofFile: Words<FileFault> = {
  empty: () => 'the file is empty',
  no_records: () => 'there is no record in this file: it is neither MARC nor a list',
  old_excel: () => 'this is an old Excel file (.xls): save it as .xlsx or CSV',
  password: () => 'the workbook is locked with a password: save it without one',
  utf16_marc: () => 'this file is UTF-16: save it as UTF-8',
  xml_encoding: () => 'the XML names an encoding that is not read',
  list_marc8: () => 'a list is not written in this encoding: choose another one',
  no_sheet: () => 'this is no Excel workbook (.xlsx): it has no sheet',
  workbook_damaged: ({ detail }) => `the workbook is damaged: ${detail}`,
  file_gone: () => 'the uploaded file is gone: upload it again',
  workbook_too_large: () => 'the workbook unfolds to more than can be read',
  list_syntax: ({ detail }) => `the list cannot be read: ${detail}`,
  no_column: ({ name, column, header }) => `there is no column ${name} for ${column}; there are ${header}`,
  no_title_column: ({ header }) => `the header has no column of titles: ${header}`,
  file_too_large: ({ most }) => `the file is larger than ${most} bytes`,
  too_many_records: ({ most }) => `the file has more than ${most} records`,
};

const say = <F extends { code: string }>(words: Words<F>, fault: F): string =>
  // The index picks the words of the fault's own code, which the compiler cannot follow through a union.
  (words[fault.code as F['code']] as (fault: F) => string)(fault);

export const faultText = (fault: RecordFault): string => say(ofRecord, fault);
export const warningText = (warning: RecordWarning): string => say(ofDoubt, warning);
export const fileFaultText = (fault: FileFault): string => say(ofFile, fault);
