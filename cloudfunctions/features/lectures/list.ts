import * as v from 'valibot';
import { servicesOf } from '../../community/event-terms';
import { between } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { lectureSummary } from '../../views/lectures';

export const list = reading('lectures.list', {
  caller: 'visitor',
  schema: v.strictObject({ after: aPageStart }),
  run: async ({ db, now, library }, { after }) => {
    if (!servicesOf(library).lectures) return done({ list: [] });
    const { list: page, next } = await pageFrom(
      db,
      'lectures',
      {
        where: { publishAt: between({ from: '0', upTo: now }) },
        orderBy: [['heldAt', 'desc']],
        fields: ['title', 'speaker', 'heldAt', 'duration', 'lead'],
      },
      after,
    );
    return done({ list: page.map(lectureSummary), next });
  },
});
