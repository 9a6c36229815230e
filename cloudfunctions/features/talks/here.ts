import type { MediaDocument, ReaderDocument, TalkDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { addMinutes } from '../../kernel/local-date';
import { talkTime } from '../../reads/talks';
import type { TalkTime } from '../../reference/talk';
import { ringDesk, ringTalk } from '../../steps/bells';
import { deskTalkView, talkView } from '../../views/talks';

/** What the operations of those who answer share: that they are there, and how they see a talk. */

/** Minutes that a member of the staff counts as there after they looked. */
const THERE_MINUTES = 1;

export const thereUntil = (now: string): string => addMinutes(now, THERE_MINUTES);

/** Looking makes whoever has come be there for another while. Outside the log: it happens all the time. */
export const stay = ({ db, openid, now }: StaffContext): Promise<number> =>
  db.updateWhere('talkPresences', { _id: openid }, { until: thereUntil(now) });

/** The time of talks for who acts now: they are there, whatever their phone said last. */
export const timeHere = async (context: StaffContext): Promise<TalkTime> => {
  const time = await talkTime(context);
  return { ...time, present: new Set([...time.present, context.openid]) };
};

/** The talk has moved: its reader looks, and so does the desk. */
export const movedByStaff = async (context: StaffContext, talkId: string): Promise<void> => {
  await ringTalk(context, talkId, 'reader');
  await ringDesk(context);
};

export const viewOf = (
  context: StaffContext,
  talk: TalkDocument,
  reader: ReaderDocument | null,
  {
    wait = null,
    marks = null,
    media = [],
  }: Partial<{
    wait: Parameters<typeof talkView>[2]['wait'];
    marks: Parameters<typeof talkView>[1];
    media: readonly MediaDocument[];
  }> = {},
) =>
  deskTalkView(
    talkView(talk, marks, { side: 'staff', wait, now: context.now, media }),
    talk,
    reader,
    context,
  );
