import * as v from 'valibot';
import type { Application } from '../../../../typings/contract/desk';
import { reading } from '../../../kernel/operation';
import { aPageStart, pageFrom } from '../../../kernel/page';
import { done } from '../../../kernel/refusal';
import { noteLooks } from '../../../steps/looks';
import { categoryName } from '../../../views/readers';

/** Applications that wait for staff, the oldest first, with all that they wrote: a look at each. */
export const applications = reading('desk.applications', {
  role: 'circulation',
  schema: v.strictObject({ after: aPageStart }),
  run: async (context, { after }) => {
    const { db, library } = context;
    const { list, next } = await pageFrom(
      db,
      'readers',
      {
        where: { standing: 'pending' },
        orderBy: [['joinedAt', 'asc']],
      },
      after,
    );
    const [guardians] = await Promise.all([
      db.getMany(
        'readers',
        list.flatMap(({ guardianReaderId }) => guardianReaderId ?? []),
      ),
      noteLooks(
        context,
        list.map(({ _id }) => _id),
        'desk.applications',
      ),
    ]);
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
