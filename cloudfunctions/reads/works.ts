import { servicesOf } from '../community/event-terms';
import type { CallDocument, WorkDocument } from '../documents';
import type { Context } from '../kernel/context';
import { isIn, type Database, type Transaction } from '../kernel/database';
import type { Refusal } from '../../typings/contract/refusals';
import { everyOf } from '../kernel/page';
import { refuse } from '../kernel/refusal';

export const workOf = (callId: string, readerId: string): string => `${callId}_${readerId}`;
export const sheetOf = (callId: string, judgeId: string): string => `${callId}_${judgeId}`;

/** A call that readers know of, of a kind that the library has. */
export const callForReaders = async (
  { library }: Pick<Context, 'library'>,
  from: Pick<Database | Transaction, 'get'>,
  callId: string,
): Promise<CallDocument | { refusals: Refusal[] }> => {
  const call = await from.get('calls', callId);
  if (!call || call.state === 'draft') return refuse({ code: 'call_not_found' });
  return servicesOf(library).lives.includes(call.kind) ? call : refuse({ code: 'works_not_open' });
};

const RANKED = ['workId', 'callId', 'group', 'state', 'sent.title', 'publish', 'shown'] as const;

/** Works that were sent to a call and stand, without their texts, by their unguessable names. */
export const worksSent = (db: Pick<Database, 'find'>, callId: string): Promise<WorkDocument[]> =>
  everyOf(db, 'works', {
    where: { callId, state: isIn(['sent', 'admitted']) },
    orderBy: [
      ['state', 'asc'],
      ['workId', 'asc'],
    ],
    fields: RANKED,
  });

/** A work by the name that others know of it. */
export const workKnownAs = async (
  db: Pick<Database, 'find'>,
  workId: string,
): Promise<WorkDocument | undefined> => {
  const [work] = await db.find('works', { where: { workId }, limit: 1 });
  return work;
};
