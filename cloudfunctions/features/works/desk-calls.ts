import * as v from 'valibot';
import type { DeskCall } from '../../../typings/contract/work-desk';
import { servicesOf } from '../../community/event-terms';
import { phaseOf, refusalsOfCall, stateAfterCall } from '../../community/works';
import type { CallDocument, StaffDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { isIn, type Transaction } from '../../kernel/database';
import { opaqueId } from '../../kernel/opaque-id';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { aText, anId } from '../../kernel/validate';
import { showing } from '../../reads/found';
import { worksSent } from '../../reads/works';
import { deskCall } from '../../views/work-desk';
import { callRow } from '../../views/works';
import { aCall } from './call-input';
import { CALL_NOT_FOUND, oneCall } from './input';

const STANDING = isIn(['sent', 'admitted']);
const MOST_STAFF = 500;

export const list = reading('workDesk.list', {
  role: 'events',
  schema: v.strictObject({ after: aPageStart }),
  run: async (context, { after }) => {
    const { db } = context;
    const page = await pageFrom(
      db,
      'calls',
      {
        where: {},
        orderBy: [
          ['closesAt', 'desc'],
          ['_id', 'asc'],
        ],
      },
      after,
    );
    const counts = await Promise.all(
      page.list.map(async ({ _id: callId }) => ({
        works: await db.count('works', { callId, state: STANDING }),
        waiting: await db.count('works', { callId, state: 'sent' }),
      })),
    );
    return done({
      ...page,
      list: page.list.map((call, n) => ({
        ...callRow(call, context),
        ...(counts[n] ?? { works: 0, waiting: 0 }),
      })),
    });
  },
});

const staffNow = ({ db }: StaffContext): Promise<StaffDocument[]> =>
  db.find('staff', { where: { active: true }, limit: MOST_STAFF });

/** A call as its organiser sees it, with how far its judges are. */
export const deskView = async (context: StaffContext, call: CallDocument): Promise<DeskCall> => {
  const { db } = context;
  const [staff, sheets, works] = await Promise.all([
    staffNow(context),
    db.find('judgeSheets', { where: { callId: call._id }, limit: MOST_STAFF }),
    worksSent(db, call._id),
  ]);
  const choices = staff.map(({ _id, name }) => ({ judgeId: opaqueId(_id), name }));
  return deskCall(call, { staff: choices, sheets, works }, context);
};

export const call = reading('workDesk.call', {
  role: 'events',
  schema: oneCall,
  run: showing(['calls', 'callId', CALL_NOT_FOUND], deskView),
});

const fresh = (_id: string): Omit<CallDocument, keyof DeskCall['draft']> => ({
  ...{ _id, state: 'draft', why: '', judges: [], results: [] },
  ...{ decidedAt: null, untold: false, version: 0 },
});

/**
 * Makes a call or changes one. What works were made for stays once there are some: only its words, and a
 * deadline that is later.
 */
export const save = writing('workDesk.save', {
  role: 'events',
  schema: v.strictObject({
    callId: v.union([v.literal(''), anId]),
    version: v.pipe(v.number(), v.integer()),
    draft: aCall,
  }),
  prepare: async ({ db, newId }, { callId }) => ({
    id: callId || newId(),
    works: callId === '' ? 0 : await db.count('works', { callId, state: STANDING }),
  }),
  run: async (context, { callId, version, draft }, transaction, { id, works }) => {
    if (!servicesOf(context.library).lives.includes(draft.kind)) return refuse({ code: 'works_not_open' });
    const before = callId === '' ? null : await transaction.get('calls', callId);
    if (callId !== '' && !before) return refuse(CALL_NOT_FOUND);
    if (before && before.version !== version) return refuse({ code: 'call_changed' });
    const refusals = refusalsOfCall(draft);
    if (refusals.length > 0) return { refusals };
    if (before && (before.state === 'decided' || before.state === 'called_off'))
      return refuse({ code: 'call_is', phase: before.state, at: before.closesAt });
    if (before && works > 0 && breaks(before, draft)) return refuse({ code: 'call_has_works', works });
    const after: CallDocument = { ...(before ?? fresh(id)), ...draft, version: version + 1 };
    await transaction.put('calls', after);
    return {
      value: await deskView(context, after),
      log: { outcome: before ? '修改征集' : '新建征集', titleName: after.title },
    };
  },
});

/** What somebody has written for is what will be judged. */
const breaks = (before: CallDocument, draft: DeskCall['draft']): boolean =>
  draft.kind !== before.kind ||
  draft.takes !== before.takes ||
  draft.closesAt < before.closesAt ||
  draft.longest < before.longest ||
  JSON.stringify([draft.groups, draft.criteria]) !== JSON.stringify([before.groups, before.criteria]);

/** A step in the life of a call. */
const stepping =
  <In extends { callId: string }>(
    act: 'announce' | 'call_off',
    outcome: string,
    change: (call: CallDocument, input: In) => Partial<CallDocument>,
  ) =>
  async (context: StaffContext, input: In, transaction: Transaction) => {
    const before = await transaction.get('calls', input.callId);
    if (!before) return refuse(CALL_NOT_FOUND);
    const state = stateAfterCall(act, before.state);
    if (!state) {
      const phase = phaseOf(before, context.now);
      return refuse({ code: 'call_is', phase, at: before.closesAt });
    }
    const after = { ...before, state, version: before.version + 1, ...change(before, input) };
    await transaction.put('calls', after);
    return {
      value: await deskView(context, after),
      log: { outcome, titleName: after.title },
    };
  };

export const announce = writing('workDesk.announce', {
  role: 'events',
  schema: oneCall,
  run: stepping('announce', '发布征集', () => ({})),
});

/** Who sent something is told why; nothing of it is published. */
export const callOff = writing('workDesk.callOff', {
  role: 'events',
  schema: v.strictObject({ callId: anId, why: aText(200) }),
  run: stepping('call_off', '取消征集', (_call, { why }) => ({ why, untold: true })),
});

/** The readers that a member of the staff is, and their children: nobody judges where these take part. */
const readersOf = async ({ db }: StaffContext, openid: string) => {
  const own = await db.find('readers', { where: { openid }, limit: 100 });
  const children = await db.getMany('readers', [
    ...new Set(own.flatMap(({ childReaderIds }) => childReaderIds)),
  ]);
  return [...own, ...children].map(({ _id }) => _id);
};

/**
 * Names a judge, or takes one away. Their own works' documents say that they take no part: a work that is
 * sent at this moment meets it there.
 */
export const setJudge = writing('workDesk.setJudge', {
  role: 'events',
  schema: v.strictObject({ callId: anId, judgeId: anId, judges: v.boolean() }),
  prepare: async (context, { judgeId }) => {
    const staff = (await staffNow(context)).find(({ _id }) => opaqueId(_id) === judgeId);
    return staff
      ? { staff, readerIds: await readersOf(context, staff._id) }
      : refuse({ code: 'judge_not_found' });
  },
  run: async (context, { callId, judgeId, judges }, transaction, { staff, readerIds }) => {
    const before = await transaction.get('calls', callId);
    if (!before) return refuse(CALL_NOT_FOUND);
    if (before.state === 'decided' || before.state === 'called_off')
      return refuse({ code: 'call_is', phase: before.state, at: before.closesAt });
    const barred = await bar(transaction, context, { call: before, staff, readerIds, judges });
    if (isRefused(barred)) return barred;
    const others = before.judges.filter((judge) => judge.judgeId !== judgeId);
    const judge = { judgeId, openid: staff._id, name: staff.name };
    const after = { ...before, judges: judges ? [...others, judge] : others, version: before.version + 1 };
    await transaction.put('calls', after);
    const sheet = `${callId}_${judgeId}`;
    if (!judges) await transaction.remove('judgeSheets', sheet);
    else if (!(await transaction.get('judgeSheets', sheet)))
      await transaction.add('judgeSheets', { _id: sheet, callId, judgeId, closed: false, marks: {} });
    return {
      value: await deskView(context, after),
      log: { outcome: `${judges ? '指定' : '取消'}评委 ${staff.name}`, titleName: after.title },
    };
  },
});

interface Barring {
  call: CallDocument;
  staff: StaffDocument;
  readerIds: readonly string[];
  judges: boolean;
}

const bar = async (
  transaction: Transaction,
  context: StaffContext,
  { call: { _id: callId }, staff, readerIds, judges }: Barring,
): Promise<ReturnType<typeof refuse> | { barred: number }> => {
  for (const readerId of readerIds) {
    const _id = `${callId}_${readerId}`;
    const work = await transaction.get('works', _id);
    if (judges && work && (work.state === 'sent' || work.state === 'admitted'))
      return refuse({ code: 'judge_has_entered', name: staff.name });
    if (work) await transaction.put('works', { ...work, barred: judges });
    else if (judges)
      await transaction.put('works', { ...placeholder(_id, callId, readerId, context), barred: true });
  }
  return { barred: readerIds.length };
};

const placeholder = (_id: string, callId: string, readerId: string, { newId, now }: StaffContext) => ({
  ...{ _id, workId: newId(), callId, readerId, state: 'draft' as const, group: '' },
  ...{ draft: { title: '', text: '', media: [] }, sent: null, why: '', by: '' },
  ...{ publish: false, signedAs: 'masked' as const, penName: '', changedAt: now, version: 0 },
  ...{ shown: false, reported: false, reports: [] },
});
