import type { Database } from '../kernel/database';
import { isIn } from '../kernel/database';

/** One answer of the database. Of more questions of the chosen topics none is drawn. */
const MOST = 1000;

/** Ids of the questions that a quiz of these topics draws from. One round trip. */
export const bankOf = async (db: Pick<Database, 'find'>, topics: readonly string[]): Promise<string[]> =>
  topics.length === 0
    ? []
    : (
        await db.find('quizQuestions', {
          where: { topic: isIn(topics), retired: false },
          orderBy: [['_id', 'asc']],
          limit: MOST,
          fields: ['_id'],
        })
      ).map(({ _id }) => _id);
