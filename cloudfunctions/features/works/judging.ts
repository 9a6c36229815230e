import * as v from 'valibot';
import type { JudgedWork, OwnMark } from '../../../typings/contract/work-desk';
import { refusalsOfPoints, totalOf, workNumber } from '../../community/judging';
import { phaseOf, refusalsUnlessIn } from '../../community/works';
import type { CallDocument, JudgeSheetDocument, WorkDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Database, Transaction } from '../../kernel/database';
import { opaqueId } from '../../kernel/opaque-id';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, pageOf, startOf } from '../../kernel/page';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { aComment, anId, nothing } from '../../kernel/validate';
import { sheetOf, workKnownAs, worksSent } from '../../reads/works';
import { CALL_NOT_FOUND, WORK_NOT_FOUND } from './input';

const MOST_CALLS = 50;

interface Judged {
  call: CallDocument;
  sheet: JudgeSheetDocument;
}

/** The call that this member of the staff judges, with their own sheet; nobody else's is read. */
export const judged = async (
  { openid }: StaffContext,
  from: Pick<Database | Transaction, 'get'>,
  callId: string,
): Promise<Judged | ReturnType<typeof refuse>> => {
  const call = await from.get('calls', callId);
  if (!call) return refuse(CALL_NOT_FOUND);
  const sheet = await from.get('judgeSheets', sheetOf(callId, opaqueId(openid)));
  return sheet ? { call, sheet } : refuse({ code: 'not_judging' });
};

/** A question of who judges a call: run with that, or there is a no. */
const forJudge =
  <In extends { callId: string }, Decided>(
    run: (context: StaffContext, input: In, found: Judged) => Promise<Decided>,
  ) =>
  async (context: StaffContext, input: In): Promise<Decided | ReturnType<typeof refuse>> => {
    const found = await judged(context, context.db, input.callId);
    return isRefused(found) ? found : run(context, input, found);
  };

const markOf = (
  { criteria }: CallDocument,
  { marks }: JudgeSheetDocument,
  workId: string,
): OwnMark | null => {
  const mark = marks[workId];
  if (!mark) return null;
  const { points, abstain, comment } = mark;
  return { points, abstain, comment, total: totalOf(mark, criteria) };
};

/** Only what a judge may know goes in here; nothing is taken out of more. */
const judgedWork = (
  { workId, group, sent }: Pick<WorkDocument, 'workId' | 'group' | 'sent'>,
  call: CallDocument,
  sheet: JudgeSheetDocument,
): JudgedWork => ({
  workId,
  number: workNumber(workId),
  title: sent?.title ?? '',
  group: call.groups.find(({ id }) => id === group)?.name ?? '',
  mark: markOf(call, sheet, workId),
});

/** What is to be judged: nothing before everybody has sent. */
const toJudge = async (context: StaffContext, call: CallDocument): Promise<WorkDocument[]> => {
  const phase = phaseOf(call, context.now);
  if (phase !== 'judging' && phase !== 'decided') return [];
  return (await worksSent(context.db, call._id)).filter(({ state }) => state === 'admitted');
};

const markedOf = (works: readonly WorkDocument[], { marks }: JudgeSheetDocument): number =>
  works.filter(({ workId }) => marks[workId]).length;

export const calls = reading('judging.calls', {
  role: 'any',
  schema: nothing,
  run: async (context) => {
    const judgeId = opaqueId(context.openid);
    const sheets = await context.db.find('judgeSheets', { where: { judgeId }, limit: MOST_CALLS });
    const found = await context.db.getMany(
      'calls',
      sheets.map(({ callId }) => callId),
    );
    const rows = found
      .filter(({ state }) => state === 'announced' || state === 'decided')
      .sort((a, b) => (a.closesAt < b.closesAt ? 1 : -1))
      .map(async (call) => {
        const works = await toJudge(context, call);
        const sheet = sheets.find(({ callId }) => callId === call._id);
        const { _id: callId, title, closesAt } = call;
        return {
          ...{ callId, title, closesAt, phase: phaseOf(call, context.now) },
          works: works.length,
          marked: sheet ? markedOf(works, sheet) : 0,
        };
      });
    return done({ list: await Promise.all(rows) });
  },
});

export const works = reading('judging.works', {
  role: 'any',
  schema: v.strictObject({ callId: anId, after: aPageStart }),
  run: forJudge(async (context, { after }: { callId: string; after?: string }, { call, sheet }) => {
    const all = await toJudge(context, call);
    const start = startOf(after);
    const page = pageOf(all.slice(start, start + 21), start);
    return done({
      ...page,
      ...{ title: call.title, closesAt: call.closesAt, phase: phaseOf(call, context.now) },
      works: all.length,
      marked: markedOf(all, sheet),
      list: page.list.map((work) => judgedWork(work, call, sheet)),
    });
  }),
});

/** A work that was admitted to this call; asked for by a name that says nothing. */
export const workToJudge = async (
  { db }: StaffContext,
  callId: string,
  workId: string,
): Promise<WorkDocument | ReturnType<typeof refuse>> => {
  const work = await workKnownAs(db, workId);
  return work?.callId === callId && work.state === 'admitted' ? work : refuse(WORK_NOT_FOUND);
};

export const notYet = (call: CallDocument, { now }: StaffContext) =>
  phaseOf(call, now) === 'decided' ? [] : refusalsUnlessIn(call, 'judging', now);

interface OfWork {
  callId: string;
  workId: string;
}

export const work = reading('judging.work', {
  role: 'any',
  schema: v.strictObject({ callId: anId, workId: anId }),
  run: forJudge(async (context, { callId, workId }: OfWork, { call, sheet }) => {
    const early = notYet(call, context);
    if (early.length > 0) return { refusals: early };
    const [one, all] = await Promise.all([workToJudge(context, callId, workId), toJudge(context, call)]);
    if (isRefused(one)) return one;
    const next = all.find((each) => !sheet.marks[each.workId] && each.workId !== workId);
    return done({
      ...judgedWork(one, call, sheet),
      text: one.sent?.text ?? '',
      media: one.sent?.media ?? [],
      takes: call.takes,
      criteria: call.criteria,
      phase: phaseOf(call, context.now),
      nextWorkId: next?.workId ?? '',
    });
  }),
});

/** One judge's mark of one work; given again, it is as it was given last. Their sheet carries it. */
export const mark = writing('judging.mark', {
  role: 'any',
  schema: v.strictObject({
    callId: anId,
    workId: anId,
    points: v.record(anId, v.pipe(v.number(), v.minValue(0, '不能小于 0'), v.maxValue(100, '最多 100'))),
    abstain: v.boolean(),
    comment: aComment,
  }),
  prepare: (context, { callId, workId }) => workToJudge(context, callId, workId),
  run: async (context, { callId, workId, points, abstain, comment }, transaction, one) => {
    const found = await judged(context, transaction, callId);
    if (isRefused(found)) return found;
    const { call, sheet } = found;
    const refusals = [
      ...refusalsUnlessIn(call, 'judging', context.now),
      ...refusalsOfPoints({ points, abstain }, call.criteria),
    ];
    if (refusals.length > 0) return { refusals };
    if (sheet.closed) return refuse({ code: 'call_is', phase: 'decided', at: call.closesAt });
    const given = {
      points: Object.fromEntries(abstain ? [] : call.criteria.map(({ id }) => [id, points[id] ?? 0])),
      abstain,
      comment,
      at: context.now,
    };
    const after = { ...sheet, marks: { ...sheet.marks, [workId]: given } };
    await transaction.put('judgeSheets', after);
    return {
      value: judgedWork(one, call, after),
      log: { outcome: `评审作品 ${workNumber(workId)}`, titleName: call.title },
    };
  },
});
