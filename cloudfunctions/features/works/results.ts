import * as v from 'valibot';
import type { RankedWork } from '../../../typings/contract/work-desk';
import { isBlind, missingMarks, ranking, refusalsToDecide } from '../../community/judging';
import { refusalsUnlessIn } from '../../community/works';
import { sha256 } from '../../community/tickets';
import type { CallDocument, JudgeSheetDocument, WorkDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { sheetOf, worksSent } from '../../reads/works';
import { deskView } from './desk-calls';
import { CALL_NOT_FOUND, oneCall } from './input';

const MOST_JUDGES = 100;

/** A ranking in a few characters: what was seen is what is published. */
const nameOf = (list: readonly RankedWork[]): string =>
  sha256(list.map(({ workId, rank, score, prize }) => `${workId} ${rank} ${score} ${prize}`).join('\n'));

export const results = reading('workDesk.results', {
  role: 'events',
  schema: oneCall,
  run: async ({ db, openid }, { callId }) => {
    const [call, works, sheets] = await Promise.all([
      db.get('calls', callId),
      worksSent(db, callId),
      db.find('judgeSheets', { where: { callId }, limit: MOST_JUDGES }),
    ]);
    if (!call) return refuse(CALL_NOT_FOUND);
    if (isBlind(call, openid)) return refuse({ code: 'judge_cannot_enter' });
    const admitted = works.filter(({ state }) => state === 'admitted');
    const list = ranking(call, admitted, sheets);
    return done({ seen: nameOf(list), missing: missingMarks(call, admitted, sheets), list });
  },
});

/** Every judge's sheet as it is, closed: a mark that is given at this moment is in it or refused. */
const closeSheets = async (
  transaction: Transaction,
  { _id, judges }: CallDocument,
): Promise<JudgeSheetDocument[]> => {
  const sheets: JudgeSheetDocument[] = [];
  for (const { judgeId } of judges) {
    const sheet = await transaction.get('judgeSheets', sheetOf(_id, judgeId));
    if (!sheet) continue;
    sheets.push(sheet);
    await transaction.put('judgeSheets', { ...sheet, closed: true });
  }
  return sheets;
};

const decided = (call: CallDocument, list: readonly RankedWork[], { now }: StaffContext): CallDocument => ({
  ...call,
  state: 'decided',
  results: list.map(({ workId, rank, prize, score }) => ({ workId, rank, prize, score })),
  decidedAt: now,
  untold: true,
  version: call.version + 1,
});

/** Publishes the ranking that was seen; the judges' sheets carry that no mark comes after it. */
export const decide = writing('workDesk.decide', {
  role: 'events',
  schema: v.strictObject({ callId: anId, seen: v.pipe(v.string(), v.maxLength(80, '内容太长')) }),
  prepare: async ({ db }, { callId }): Promise<{ works: WorkDocument[] }> => ({
    works: await worksSent(db, callId),
  }),
  run: async (context, { callId, seen }, transaction, { works }) => {
    const call = await transaction.get('calls', callId);
    if (!call) return refuse(CALL_NOT_FOUND);
    const late = refusalsUnlessIn(call, 'judging', context.now);
    if (late.length > 0) return { refusals: late };
    if (isBlind(call, context.openid)) return refuse({ code: 'judge_cannot_enter' });
    const sheets = await closeSheets(transaction, call);
    const refusals = refusalsToDecide(call, works, sheets);
    if (refusals.length > 0) return { refusals };
    const list = ranking(
      call,
      works.filter(({ state }) => state === 'admitted'),
      sheets,
    );
    if (nameOf(list) !== seen) return refuse({ code: 'results_changed' });
    const after = decided(call, list, context);
    await transaction.put('calls', after);
    return {
      value: await deskView(context, after),
      log: { outcome: `公布评选结果，${list.length} 件作品`, titleName: call.title },
    };
  },
});
