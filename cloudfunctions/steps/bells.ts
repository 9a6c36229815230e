import type { TalkDocument } from '../documents';
import type { Context } from '../kernel/context';

type Asked = Pick<Context, 'db' | 'now'>;

/** Rings: whoever watches asks the door what has happened. Outside a transaction, one round trip. */
const ring = ({ db, now }: Asked, owner: string, readerId = ''): Promise<void> =>
  owner === ''
    ? Promise.resolve()
    : db.note('bells', { _id: owner, owner, readerId, rings: 1, at: now }, 'rings');

/** The queue has changed: all who answer questions hear one bell. */
export const ringDesk = (asked: Asked): Promise<void> => ring(asked, 'desk');

/** Something was said in a talk, or it is another's now. */
export const ringTalk = async (asked: Asked, talkId: string, side: 'reader' | 'staff'): Promise<void> => {
  const talk: TalkDocument | null = await asked.db.get('talks', talkId);
  if (!talk) return;
  if (side === 'reader') await ring(asked, talk.openid, talk.readerId);
  else await Promise.all([talk.takenBy, ...talk.invited.map(({ id }) => id)].map((id) => ring(asked, id)));
};

/** Somebody of the staff is asked for. */
export const ringStaff = (asked: Asked, openid: string): Promise<void> => ring(asked, openid);
