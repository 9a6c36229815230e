import * as v from 'valibot';
import type { ImportFormat, ImportLook, ImportSample, ImportsApi } from '../../../typings/contract/imports';
import { itemDocuments, titleDocument, type CopyRules } from '../../cataloguing/record-documents';
import { branchName } from '../../circulation/branches';
import type { Source } from '../../exchange/bytes';
import { columnOfHeader } from '../../exchange/columns';
import { readRecords, rowsAtHead, type WholeRecord, type ReadOptions } from '../../exchange/read';
import { Unreadable } from '../../exchange/unreadable';
import type { StaffContext } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { countAllowed } from './allowed';
import { aCopyCount, copyRules, readOptions, readingSchema } from './settings';
import { anUpload, uploaded } from './uploaded';

type In = Parameters<ImportsApi['imports.look']>[0];

/** Records that a look reads; of them the first few are shown. */
const LOOKED_AT = 500;
const SAMPLES = 3;
const BROKEN_SHOWN = 20;
const PLACES_SHOWN = 5;
const EXAMPLE = 60;
const STRANGE_SHOWN = 20;

export const look = reading('imports.look', {
  role: 'cataloguer',
  schema: v.strictObject({
    fileId: anUpload,
    ...readingSchema,
    branchId: v.optional(anId),
    copies: v.optional(aCopyCount),
  }),
  run: async (context, input) => {
    try {
      const { source, size } = await uploaded(context, input.fileId);
      return done({ look: await looked(context, input, source, size) });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return done({ fault: error.fault });
    }
  },
});

const looked = async (
  context: StaffContext,
  input: In,
  source: Source,
  size: number,
): Promise<ImportLook> => {
  const options = readOptions(input, context);
  const { records, nature } = await countAllowed(source, size, options);
  const rules = copyRules(context.library, {
    branchId: input.branchId ?? context.staff.branchId,
    copies: input.copies ?? 1,
  });
  const view: ImportLook = {
    format: nature.syntax === 'csv' || nature.syntax === 'xlsx' ? nature.syntax : 'marc21',
    xml: nature.syntax === 'marcxml',
    encoding: nature.encoding,
    size,
    records,
    looked: 0,
    readable: 0,
    deleted: 0,
    broken: [],
    samples: [],
    columns: await columnsOf(source, options),
    titleColumnMissing: false,
    strangeBranches: [],
  };
  if (view.columns.length > 0 && !view.columns.some(({ holds }) => holds === 'title'))
    return { ...view, titleColumnMissing: true };
  const strange = new Set<string>();
  const formats = new Map<ImportFormat, number>();
  for await (const read of readRecords(source, options)) {
    if (view.looked === LOOKED_AT) break;
    view.looked++;
    if ('deleted' in read) view.deleted++;
    else if ('broken' in read) {
      const { number, offset, broken: fault } = read;
      if (view.broken.length < BROKEN_SHOWN) view.broken.push({ number, offset, fault });
    } else {
      view.readable++;
      formats.set(read.format, (formats.get(read.format) ?? 0) + 1);
      if (view.samples.length < SAMPLES) view.samples.push(sample(context, read, rules));
      for (const { branch } of read.title.copies)
        if (branch && !rules.branches.has(branch)) strange.add(branch);
    }
  }
  // A file may mix dialects: what most of it is.
  const [usual] = [...formats].sort(([, a], [, b]) => b - a)[0] ?? [view.format];
  return { ...view, format: usual, strangeBranches: [...strange].slice(0, STRANGE_SHOWN) };
};

const columnsOf = async (source: Source, options: ReadOptions): Promise<ImportLook['columns']> => {
  const [header, first] = await rowsAtHead(source, options, 2);
  const { columns: given } = options;
  return (header ?? []).map((name, n) => ({
    header: name.slice(0, EXAMPLE),
    example: (first?.[n] ?? '').slice(0, EXAMPLE),
    holds: Array.isArray(given) ? (given[n] ?? '') : (columnOfHeader(name) ?? ''),
  }));
};

const sample = (
  { library, now }: StaffContext,
  { number, title, copies }: WholeRecord,
  rules: CopyRules,
): ImportSample => {
  const record = titleDocument('', title, now);
  const own = copies > 0 ? { ...rules, copies } : rules;
  const items = itemDocuments('', title, record, own, now);
  return {
    number,
    title: title.title,
    subtitle: title.subtitle,
    people: title.contributors.map(({ name, role }) => [name, role].filter(Boolean).join(' ')).join('；'),
    publisher: title.publisher,
    year: title.year,
    isbns: title.isbns,
    clc: title.clc,
    callNumber: title.callNumber,
    kind: title.kind,
    price: title.price,
    copies: items.length,
    places: items.slice(0, PLACES_SHOWN).map(({ _id, branchId, shelf }) => ({
      barcode: title.copies.length > 0 ? _id : '',
      branchName: branchName(library, branchId),
      shelf,
    })),
    warnings: title.warnings,
  };
};
