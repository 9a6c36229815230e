import * as v from 'valibot';
import { factsOf } from '../../cataloguing/title-facts';
import { recordOf } from '../../cataloguing/title-record';
import { isIn, startsWith } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { aLine, anId, nothing } from '../../kernel/validate';
import { classKey } from '../../search/clc';
import { authorKey } from '../../search/keys';
import { copyOf } from './adding-copies';
import { habitOf, lastNumber } from './running-number';

export const choices = reading('cataloguing.choices', {
  role: 'cataloguer',
  schema: nothing,
  run: ({ library, staff }) =>
    Promise.resolve(
      done({
        branchId: staff.branchId,
        branches: library.branches.map(({ _id, name }) => ({ id: _id, name })),
        itemTypes: library.settings.itemTypes,
      }),
    ),
});

export const title = reading('cataloguing.title', {
  role: 'cataloguer',
  schema: v.strictObject({ titleId: anId }),
  run: async ({ db }, { titleId }) => {
    const [found, copies] = await Promise.all([db.get('titles', titleId), db.count('items', { titleId })]);
    if (!found) return refuse({ code: 'title_not_found' });
    return done({ titleId, record: recordOf(found), copies, addedAt: found.addedAt });
  },
});

export const copies = reading('cataloguing.copies', {
  role: 'cataloguer',
  schema: v.strictObject({ titleId: anId, after: aPageStart }),
  run: async ({ db, library }, { titleId, after }) => {
    const [found, total, { list, next }] = await Promise.all([
      db.get('titles', titleId),
      db.count('items', { titleId }),
      pageFrom(
        db,
        'items',
        {
          where: { titleId },
          orderBy: [
            ['titleId', 'asc'],
            ['_id', 'asc'],
          ],
        },
        after,
      ),
    ]);
    if (!found) return refuse({ code: 'title_not_found' });
    return done({
      title: factsOf(found),
      callNumber: found.callNumber,
      list: list.map((item) => copyOf(library, item)),
      total,
      ...(next && { next }),
    });
  },
});

/** Titles by which a habit is told. */
const SAMPLES = 40;

export const callNumber = reading('cataloguing.callNumber', {
  role: 'cataloguer',
  schema: v.strictObject({
    clc: v.pipe(
      aLine(40),
      v.check((clc) => classKey(clc) !== '', '不是中图法分类号，例如 I247.5'),
    ),
    author: aLine(80),
  }),
  run: async ({ db }, { clc, author }) => {
    const fields = ['clc', 'callNumber'];
    const orderBy = [
      ['clc', 'asc'],
      ['popularity', 'desc'],
    ] as [string, 'asc' | 'desc'][];
    const here = await db.find('titles', { where: { clc }, orderBy, limit: SAMPLES, fields });
    const near =
      here.length > 0
        ? here
        : await db.find('titles', {
            where: { clc: startsWith(clc[0] ?? '') },
            orderBy,
            limit: SAMPLES,
            fields,
          });
    const { kind, separator } = habitOf(near);
    const written = (number: number) => `${clc}${separator}${number}`;
    if (kind === 'running_number') {
      const last = await lastNumber(async (numbers) => {
        const where = { callNumber: isIn(numbers.map(written)) };
        const rows = await db.find('titles', { where, limit: numbers.length, fields: ['callNumber'] });
        return rows.map((row) => Number(row.callNumber.slice(written(0).length - 1)));
      });
      return done({ callNumber: written(last + 1), habit: kind, last });
    }
    if (kind === 'author_mark' && author !== '') {
      const own = await db.find('titles', { where: { keys: authorKey(author) }, limit: SAMPLES, fields });
      const same = own.find((each) => each.clc === clc && each.callNumber.startsWith(clc));
      return done({ callNumber: same?.callNumber ?? '', habit: kind });
    }
    return done({ callNumber: '', habit: kind });
  },
});
