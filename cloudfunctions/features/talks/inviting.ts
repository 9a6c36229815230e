import * as v from 'valibot';
import { opaqueId } from '../../kernel/opaque-id';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { answersIn, refusalsToInvite, withoutColleague } from '../../reference/talk';
import { ringStaff, ringTalk } from '../../steps/bells';
import { addLine } from '../../steps/talks';
import { talkOf } from './desk';
import { movedByStaff, timeHere } from './here';

/** A colleague answers, too. The talk stays with who has it, and its document says who was asked in. */
export const invite = writing('talkDesk.invite', {
  role: 'reference',
  schema: v.strictObject({ talkId: anId, memberId: anId }),
  prepare: async (context, { memberId }) => {
    const { db, openid, now } = context;
    const [presences, time] = await Promise.all([
      db.find('talkPresences', { where: {}, limit: 200 }),
      timeHere(context),
    ]);
    const colleague = presences.find(({ _id, until }) => opaqueId(_id) === memberId && until > now);
    if (!colleague || colleague._id === openid) return refuse({ code: 'colleague_not_there' });
    return { colleague: { id: colleague._id, name: colleague.name }, time };
  },
  run: async (context, { talkId, memberId }, transaction, { colleague, time }) => {
    const { openid, staff } = context;
    const talk = await talkOf(transaction, talkId, time, { act: 'invite', openid });
    if (isRefused(talk)) return talk;
    const refusals = refusalsToInvite(talk, colleague.id);
    if (refusals.length > 0) return { refusals };
    const log = { outcome: '请同事一起解答', readerId: talk.readerId };
    if (talk.invited.some(({ id }) => opaqueId(id) === memberId)) return { value: { talkId }, log };
    await addLine(
      transaction,
      { ...talk, invited: [...talk.invited, colleague] },
      {
        ...{ from: 'library' as const, by: staff.name, staffId: openid, card: null },
        text: `${colleague.name}也来为您解答`,
      },
      context,
    );
    return { value: { talkId }, log };
  },
  afterwards: async (context, { talkId }) => {
    await movedByStaff(context, talkId);
    const talk = await context.db.get('talks', talkId);
    for (const { id } of talk?.invited ?? []) await ringStaff(context, id);
  },
});

/** Who was asked in goes again; who is not in any more has gone already. */
export const leave = writing('talkDesk.leave', {
  role: 'reference',
  schema: v.strictObject({ talkId: anId }),
  prepare: (context) => timeHere(context),
  run: async (context, { talkId }, transaction, time) => {
    const { openid, staff } = context;
    const talk = await talkOf(transaction, talkId, time, { act: 'leave', openid });
    if (isRefused(talk)) return talk;
    const log = { outcome: '退出一起解答', readerId: talk.readerId };
    if (!answersIn(talk, openid)) return { value: { talkId }, log };
    await addLine(
      transaction,
      withoutColleague(talk, openid),
      {
        ...{ from: 'library' as const, by: staff.name, staffId: openid, card: null },
        text: `${staff.name}已离开，${talk.takenByName}继续为您解答`,
      },
      context,
    );
    return { value: { talkId }, log };
  },
  afterwards: async (context, { talkId }) => {
    await movedByStaff(context, talkId);
    await ringTalk(context, talkId, 'staff');
  },
});
