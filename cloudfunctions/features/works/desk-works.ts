import * as v from 'valibot';
import { isBlind } from '../../community/judging';
import { stateAfterWork } from '../../community/works';
import { isIn } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { aComment, anId } from '../../kernel/validate';
import { namesOf } from '../../reads/readers';
import { workKnownAs } from '../../reads/works';
import { admitMedia, keepWork, stepWork, tellOfWork } from '../../steps/works';
import { deskWork } from '../../views/work-desk';
import { CALL_NOT_FOUND, WORK_NOT_FOUND } from './input';

const WHICH = {
  waiting: { state: 'sent' },
  reported: { reported: true },
  all: { state: isIn(['sent', 'admitted', 'returned']) },
};

export const works = reading('workDesk.works', {
  role: 'events',
  schema: v.strictObject({
    callId: anId,
    which: v.picklist(['waiting', 'reported', 'all'], '没有这个列表'),
    after: aPageStart,
  }),
  run: async ({ db, openid }, { callId, which, after }) => {
    const counted = (list: keyof typeof WHICH) => db.count('works', { callId, ...WHICH[list] });
    const [call, page, waiting, reported, all] = await Promise.all([
      db.get('calls', callId),
      pageFrom(db, 'works', { where: { callId, ...WHICH[which] }, orderBy: [['workId', 'asc']] }, after),
      counted('waiting'),
      counted('reported'),
      counted('all'),
    ]);
    if (!call) return refuse(CALL_NOT_FOUND);
    const isMasked = isBlind(call, openid);
    const ids = isMasked ? [] : page.list.map(({ readerId }) => readerId);
    const nameOf = await namesOf(db, ids);
    return done({
      ...page,
      counts: { waiting, reported, all },
      list: page.list.map((work) => deskWork(work, call, isMasked ? '' : nameOf(work.readerId))),
    });
  },
});

const SENT_BACK = '您的作品需要修改';

/** Staff decide on the words that they read; whoever sent it is told why not, and may mend it in time. */
export const look = writing('workDesk.look', {
  role: 'events',
  schema: v.strictObject({
    workId: anId,
    version: v.pipe(v.number(), v.integer()),
    allow: v.boolean(),
    why: aComment,
  }),
  prepare: async ({ db }, { workId }) => (await workKnownAs(db, workId)) ?? refuse(WORK_NOT_FOUND),
  run: async (context, { workId, version, allow, why }, transaction, { _id, callId }) => {
    const [work, call] = [await transaction.get('works', _id), await transaction.get('calls', callId)];
    if (!work || !call) return refuse(WORK_NOT_FOUND);
    if (work.version !== version) return refuse({ code: 'work_changed' });
    if (!allow && why === '') return refuse({ code: 'comment_needed' });
    const log = { outcome: allow ? '通过投稿' : '退回投稿', comment: why, titleName: call.title };
    // A report that came to nothing.
    if (allow && work.state === 'admitted') {
      await keepWork(transaction, context, { ...work, reported: false, reports: [] });
      return { value: { workId }, log };
    }
    if (!stateAfterWork(allow ? 'admit' : 'return', work.state))
      return refuse({ code: 'work_is', state: work.state });
    const waits = allow ? await admitMedia(transaction, context, work) : [];
    if (waits.length > 0) return { refusals: waits };
    const after = await stepWork(transaction, context, allow ? 'admit' : 'return', {
      ...work,
      why: allow ? '' : why,
      reported: false,
    });
    if (!allow)
      await tellOfWork(
        transaction,
        context,
        { work: after, call, words: { title: SENT_BACK, body: `“${call.title}”：${why}` } },
        'returned',
      );
    else if (call.kind === 'reading_aloud')
      await tellOfWork(
        transaction,
        context,
        {
          work: after,
          call,
          words: { title: '您的朗读通过了', body: `“${call.title}”：别的读者可以听到了。` },
        },
        'admitted',
      );
    return { value: { workId }, log };
  },
});
