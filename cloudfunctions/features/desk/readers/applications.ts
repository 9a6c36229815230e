import * as v from 'valibot';
import type { Application } from '../../../../typings/contract/desk';
import { reading } from '../../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../../kernel/page';
import { done } from '../../../kernel/refusal';
import { categoryName } from '../../../views/readers';

/** Applications that wait for staff, the oldest first. */
export const applications = reading('desk.applications', {
  role: 'circulation',
  schema: v.strictObject({ after: aPageStart }),
  run: async ({ db, library }, { after }) => {
    const rows = await db.find('readers', {
      where: { standing: 'pending' },
      orderBy: [['joinedAt', 'asc']],
      skip: startOf(after),
      limit: PAGE_SIZE + 1,
    });
    const { list, next } = pageOf(rows, startOf(after));
    const guardians = await db.getMany(
      'readers',
      list.flatMap(({ guardianReaderId }) => guardianReaderId ?? []),
    );
    return done({
      list: list.map((reader): Application => {
        const guardian = guardians.find(({ _id }) => _id === reader.guardianReaderId);
        return {
          readerId: reader._id,
          name: reader.name,
          birthDate: reader.birthDate,
          categoryName: categoryName(library, reader.category),
          phone: reader.phone,
          ...(guardian && { guardianName: guardian.name }),
          appliedAt: reader.joinedAt,
        };
      }),
      next,
    });
  },
});
