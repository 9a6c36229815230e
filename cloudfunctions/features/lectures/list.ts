import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { lectureSummary } from '../../views/lectures';

export const list = reading('lectures.list', {
  caller: 'visitor',
  schema: v.strictObject({ after: aPageStart }),
  run: async ({ db }, { after }) => {
    const lectures = await db.find('lectures', {
      where: {},
      orderBy: [['heldAt', 'desc']],
      skip: startOf(after),
      limit: PAGE_SIZE + 1,
    });
    const { list: page, next } = pageOf(lectures, startOf(after));
    return done({ list: page.map(lectureSummary), next });
  },
});
