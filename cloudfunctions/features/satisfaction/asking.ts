import * as v from 'valibot';
import type { Service } from '../../../typings/contract/satisfaction';
import type { AskedFacesDocument, ReaderDocument } from '../../documents';
import { mayBeAsked, QUICK_REASONS } from '../../figures/faces';
import type { Context } from '../../kernel/context';
import { between } from '../../kernel/database';
import { addMinutes } from '../../kernel/local-date';
import { reading, writing } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { aFace, anId, someLines } from '../../kernel/validate';
import { forReader, forReaderWithin } from '../../reads/asking';
import { countFace } from '../../steps/faces';
import { checkedWords, openCase } from './cases';
import { aService } from './services';
import { openSurvey } from './survey';

/** A service is asked about within so many minutes of its end: two days. */
const FRESH_MINUTES = 2 * 24 * 60;
const LINES = 30;
/** Words with a face of up to two are a case. */
const LOW = 2;

/** Which service ended with which act of the log. */
const ENDED_BY: Readonly<Record<string, Service | undefined>> = {
  'desk.checkIn': 'visit',
  'desk.checkOut': 'visit',
  'eventDesk.checkIn': 'event',
  'events.checkIn': 'event',
};

/**
 * One service that has just ended and may be asked about, or none. Whoever wants to be told nothing is asked
 * nothing.
 */
export const ask = reading('satisfaction.ask', {
  caller: 'reader',
  schema: v.strictObject({ ended: v.optional(v.literal('search')) }),
  run: forReader(async (context, { ended }, reader) => {
    const { db, now, today } = context;
    if (!Object.values(reader.topics).some(Boolean)) return done({ service: null, branchId: '' });
    const [asked, open, lines, filled] = await Promise.all([
      db.get('askedFaces', reader._id),
      openSurvey(db, today),
      db.find('operations', {
        where: { readerId: reader._id, at: between({ from: addMinutes(now, -FRESH_MINUTES) }) },
        orderBy: [['at', 'desc']],
        limit: LINES,
        fields: ['action', 'branchId'],
      }),
      db.find('holds', {
        where: { readerId: reader._id, status: 'filled' },
        orderBy: [['placedAt', 'desc']],
        limit: LINES,
        fields: ['closedAt', 'pickUpBranchId'],
      }),
    ]);
    const nothing = {
      service: null,
      branchId: '',
      ...(open && asked?.survey !== open._id && { survey: open._id }),
    };
    const fresh = filled.find(({ closedAt }) => (closedAt ?? '') >= addMinutes(now, -FRESH_MINUTES));
    const may = (service: Service): boolean => mayBeAsked(asked?.last[service], today);
    if (ended && may('search')) return done({ service: 'search' as const, branchId: '' });
    if (fresh && may('pick_up')) return done({ service: 'pick_up' as const, branchId: fresh.pickUpBranchId });
    for (const { action, branchId } of lines) {
      const service = ENDED_BY[action];
      if (service && may(service)) return done({ service, branchId });
    }
    return done(nothing);
  }),
});

const asked = (
  known: AskedFacesDocument | null,
  { _id }: Pick<ReaderDocument, '_id'>,
  service: Service,
  { today }: Pick<Context, 'today'>,
): AskedFacesDocument => ({
  ...known,
  _id,
  readerId: _id,
  last: { ...known?.last, [service]: today },
  changedOn: today,
});

export const leave = writing('satisfaction.leave', {
  caller: 'reader',
  schema: v.strictObject({ service: aService }),
  run: forReaderWithin(async (context, { service }, transaction, reader) => {
    const known = await transaction.get('askedFaces', reader._id);
    await transaction.put('askedFaces', asked(known, reader, service, context));
    return { value: { service }, log: { outcome: '没有评价' } };
  }),
});

/**
 * A face counts once in thirty days for a service; sooner it is taken and thanked for, and its words are
 * read, but it does not count again. The log says neither which service nor which face.
 */
export const rate = writing('satisfaction.rate', {
  caller: 'reader',
  schema: v.strictObject({
    service: aService,
    faces: aFace,
    branchId: v.optional(anId),
    reasons: v.optional(v.pipe(v.array(v.picklist(QUICK_REASONS, '没有这个原因')), v.maxLength(5, '太多'))),
    words: v.optional(someLines(500)),
  }),
  prepare: (context, { words = '' }) => checkedWords(context, words),
  run: async (context, { service, faces, branchId = '', reasons = [] }, transaction, words) =>
    forReaderWithin(async (_context: Context, _none: undefined, _same, reader) => {
      const known = await transaction.get('askedFaces', reader._id);
      if (mayBeAsked(known?.last[service], context.today)) {
        await countFace(transaction, context, reader, {
          service,
          branchId: knownBranch(context, branchId),
          faces,
          reasons,
        });
        await transaction.put('askedFaces', asked(known, reader, service, context));
      }
      const opened =
        faces <= LOW && words.text !== ''
          ? await openCase(transaction, context, reader, { service, branchId, ...words })
          : null;
      return { value: { caseId: opened?._id ?? '' }, log: { outcome: '评价服务' } };
    })(context, undefined, transaction),
});

const knownBranch = ({ library }: Pick<Context, 'library'>, branchId: string): string =>
  library.branches.some(({ _id }) => _id === branchId) ? branchId : '';
