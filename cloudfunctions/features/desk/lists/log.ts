import * as v from 'valibot';
import type { LogRow } from '../../../../typings/contract/desk-rows';
import { between, type Condition } from '../../../kernel/database';
import { instantOf } from '../../../kernel/local-date';
import { reading } from '../../../kernel/operation';
import { aPageStart, startOf, pageFrom } from '../../../kernel/page';
import { done } from '../../../kernel/refusal';
import { aBarcode, aDay, anId } from '../../../kernel/validate';
import { namesOf } from '../../../reads/readers';
import { noteLook, noteLooks } from '../../../steps/looks';

/**
 * What was done, newest first: at a branch, for a reader, with a copy; whole or only where staff set a
 * refusal aside.
 */
export const log = reading('desk.log', {
  role: 'circulation',
  schema: v.strictObject({
    branchId: v.optional(anId),
    readerId: v.optional(anId),
    barcode: v.optional(aBarcode),
    overridesOnly: v.optional(v.boolean()),
    from: v.optional(aDay),
    after: aPageStart,
  }),
  run: async (context, { branchId, readerId, barcode, overridesOnly, from, after }) => {
    const { db } = context;
    const where: Record<string, Condition> = {
      ...(branchId !== undefined && { branchId }),
      ...(readerId !== undefined && { readerId }),
      ...(barcode !== undefined && { barcode }),
      ...(overridesOnly && { overridden: true }),
      ...(from !== undefined && { at: between({ from: instantOf(from) }) }),
    };
    const { list, next } = await pageFrom(
      db,
      'operations',
      {
        where,
        orderBy: [['at', 'desc']],
        fields: [
          'at',
          'action',
          'staffName',
          'barcode',
          'titleName',
          'readerId',
          'outcome',
          'comment',
          'override',
        ],
      },
      after,
    );
    const named = list.map((line) => line.readerId).filter((id) => id !== '');
    const nameOf = await namesOf(db, named);
    // A branch's day is no look at somebody; asking for a reader, or who had a copy, is.
    if (readerId !== undefined) await noteLook(context, readerId, 'desk.log');
    else if (barcode !== undefined) await noteLooks(context, named, 'desk.log');
    return done({
      list: list.map((line, n): LogRow => ({
        // The id of the line names who asked: it stays here.
        operationId: `${line.at}_${startOf(after) + n}`,
        at: line.at,
        action: line.action,
        staffName: line.staffName,
        barcode: line.barcode,
        titleName: line.titleName,
        readerName: nameOf(line.readerId),
        outcome: line.comment ? `${line.outcome}：${line.comment}` : line.outcome,
        ...(line.override && { override: line.override }),
      })),
      next,
    });
  },
});
