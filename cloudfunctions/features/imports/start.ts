import * as v from 'valibot';
import { branchOf } from '../../circulation/branches';
import type { ImportRunDocument } from '../../documents';
import { readRecords, rowsAtHead } from '../../exchange/read';
import { Unreadable } from '../../exchange/unreadable';
import { csvLine } from '../../exchange/write-csv';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aText } from '../../kernel/validate';
import { countAllowed } from './allowed';
import { runView } from './run-view';
import { readOptions, settingsSchema } from './settings';
import { anUpload, uploaded } from './uploaded';

/** Writes the run down; its steps do the work. */
export const start = writing('imports.start', {
  role: 'cataloguer',
  schema: v.strictObject({ fileId: anUpload, fileName: aText(100), ...settingsSchema }),
  prepare: async (context, input) => {
    const { library } = context;
    if (!branchOf(library, input.branchId)) return refuse({ code: 'branch_not_found' });
    const options = readOptions(input, context);
    try {
      const { source, size } = await uploaded(context, input.fileId);
      const { records, nature } = await countAllowed(source, size, options);
      const list = nature.syntax === 'csv' || nature.syntax === 'xlsx' ? nature.syntax : null;
      // A list without a column of titles says so with its first record.
      await readRecords(source, options).next();
      const [header] = list ? await rowsAtHead(source, options, 1) : [];
      return { records, list, header: header ? csvLine(header) : '' };
    } catch (error) {
      if (error instanceof Unreadable) return refuse({ code: 'import_not_readable' });
      throw error;
    }
  },
  run: async (context, { fileId, fileName, ...settings }, transaction, { records, list, header }) => {
    const run: ImportRunDocument = {
      _id: context.newId(),
      fileId,
      fileName,
      format: list ?? settings.format ?? 'marc21',
      settings,
      status: 'running',
      failure: null,
      startedAt: context.now,
      startedBy: context.staff.name,
      finishedAt: null,
      changedAt: context.now,
      untidy: true,
      records,
      done: 0,
      offset: 0,
      checked: null,
      lease: null,
      titles: { added: 0, changed: 0, unchanged: 0 },
      items: { added: 0, changed: 0, unchanged: 0 },
      merged: 0,
      told: 0,
      totals: { broken: 0, warnings: 0, duplicates: 0, withdrawn: 0 },
      broken: [],
      warnings: [],
      duplicates: [],
      withdrawn: [],
      asideParts: [],
      asideHeader: header,
      asideFileId: '',
    };
    await transaction.add('importRuns', run);
    return {
      value: runView(context, run),
      log: { outcome: `开始导入“${fileName}”，${records} 条`, branchId: settings.branchId },
    };
  },
});
