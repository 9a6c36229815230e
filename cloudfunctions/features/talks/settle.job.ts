import type { TalkDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { isIn } from '../../kernel/database';
import { everyTick } from '../../kernel/job';
import { talkTime, talkWithin } from '../../reads/talks';
import { talkNow, type TalkTime } from '../../reference/talk';

const BATCH = 100;
const STILL_MOVING = { state: isIn(['waiting', 'talking', 'answered']) };

/**
 * Writes down what time has made of talks. Everybody is told what they are by the rule, at the moment: this
 * puts the documents in order, so that lists of what is open stay short.
 */
export const settleTalks = everyTick(
  'settle_talks',
  () => [{ collection: 'talks', where: STILL_MOVING }],
  async (context) => {
    const rows = await context.db.find('talks', {
      where: STILL_MOVING,
      orderBy: [['askedAt', 'asc']],
      limit: BATCH,
    });
    if (rows.length === 0) return { done: 0, after: null };
    const time = await talkTime(context);
    const moved = rows.filter((talk) => talkNow(talk, time).state !== talk.state);
    for (const talk of moved) await settle(context, talk, time);
    return { done: moved.length, after: null };
  },
);

const settle = ({ db }: JobContext, { _id }: TalkDocument, time: TalkTime): Promise<void> =>
  db.transact(async (transaction) => {
    const stored = await transaction.get('talks', _id);
    const talk = await talkWithin(transaction, _id, time);
    if (stored && talk && talk.state !== stored.state) await transaction.put('talks', talk);
  });
