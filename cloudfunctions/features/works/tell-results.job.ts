import { isIn } from '../../kernel/database';
import { everyTick } from '../../kernel/job';
import { tellingOfCall } from '../../steps/works';
import { tellNew } from '../../steps/telling-many';

const BATCH = 100;

const UNTOLD = { untold: true };

/** Who sent something is told how it came out, or that it will not, each once. */
export const tellResults = everyTick(
  'tell_results',
  () => [{ collection: 'calls', where: UNTOLD }],
  async (context) => {
    const { db } = context;
    const [call] = await db.find('calls', { where: UNTOLD, limit: 1 });
    if (!call) return { done: 0, after: null };
    let told = 0;
    for (let skip = 0; ; skip += BATCH) {
      const some = await db.find('works', {
        where: { callId: call._id, state: isIn(['sent', 'admitted', 'returned']) },
        orderBy: [
          ['state', 'asc'],
          ['workId', 'asc'],
        ],
        skip,
        limit: BATCH,
        fields: ['readerId', 'workId'],
      });
      told += await tellNew(
        context,
        some.map((work) => tellingOfCall(call, work)),
      );
      if (some.length < BATCH) break;
    }
    await db.updateWhere('calls', { _id: call._id }, { untold: false });
    return { done: told, after: 'more' };
  },
);
