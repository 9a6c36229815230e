import * as v from 'valibot';
import type { DriftAct, DriftNaming } from '../../../typings/contract/drifting';
import { refusalsToTake, stateAfterDrift } from '../../community/drifting';
import { namedAs } from '../../community/naming';
import type { DriftBookDocument, DriftLegDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aText, anId, someLines } from '../../kernel/validate';
import { forReaderWithin, readerAsking, readerWithin } from '../../reads/asking';
import { bookByCode, driftingIsOn, legsOf } from '../../reads/drifting';
import { endLeg, legId, moveBook } from '../../steps/given';
import { passportView } from '../../views/drifting';
import { DRIFT_NOT_FOUND, aDriftCode, oneBook, theNaming } from './input';
import { heldBy } from './showing';

const LONGEST_NOTE = 300;

/**
 * The passport as it is after a change: lines that were written now stand in place of those that were read.
 */
const passport = async (
  { db }: Context,
  book: DriftBookDocument,
  written: readonly DriftLegDocument[],
  { _id }: ReaderDocument,
) => {
  const before = await legsOf(db, book._id);
  const others = before.filter(({ number }) => !written.some((leg) => leg.number === number));
  const legs = [...others, ...written].sort((a, b) => a.number - b.number);
  return passportView(book, legs, _id);
};

/** A pen name is words for others: WeChat looks at it. */
const refusedName = async (
  { checkText, openid }: Context,
  { naming, penName }: { naming: DriftNaming; penName: string },
) => {
  if (naming !== 'pen_name') return undefined;
  if (penName === '') return refuse({ code: 'pen_name_missing' });
  const verdict = await checkText({ openid, text: penName, signedAs: penName });
  return verdict === 'pass' ? undefined : refuse({ code: 'text_not_allowed' });
};

/** Takes it over, from where it lies or out of somebody's hand. The book carries whose it is now. */
export const take = writing('drifting.take', {
  caller: 'reader',
  schema: v.strictObject({ code: aDriftCode, seen: v.pipe(v.number(), v.integer()), ...theNaming }),
  prepare: async (context, { code, ...naming }) => {
    if (!driftingIsOn(context)) return refuse({ code: 'drifting_not_open' });
    const reader = await readerAsking(context);
    if (!reader) return refuse({ code: 'no_card' });
    const book = await bookByCode(context.db, code);
    if (!book || book.releasedAt === '') return refuse({ code: 'drift_code_unknown' });
    const no = await refusedName(context, naming);
    return no ?? { driftId: book._id, held: await heldBy(context, reader._id) };
  },
  run: async (context, { code, seen, naming, penName }, transaction, { driftId, held }) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    if (reader.standing !== 'active') return refuse({ code: 'application_pending' });
    const book = await transaction.get('driftBooks', driftId);
    if (book?.code !== code) return refuse({ code: 'drift_code_unknown' });
    const refusals = refusalsToTake({ book, readerId: reader._id, seen, held });
    if (refusals.length > 0) return { refusals };
    await endLeg(transaction, book, context);
    const number = book.readers + 1;
    const leg: DriftLegDocument = {
      ...{ _id: legId(driftId, number), driftId, number, title: book.title, readerId: reader._id },
      ...{ naming, penName, by: namedAs({ naming, penName }, reader.name) },
      ...{ from: context.now, to: '', note: '', noteState: 'none', noteAt: '' },
    };
    await transaction.put('driftLegs', leg);
    const where = { state: 'held' as const, holderId: reader._id, readers: number };
    const after = await moveBook(transaction, context, book, where);
    return {
      value: await passport(context, after, [leg], reader),
      log: { outcome: '接过漂流书', readerId: reader._id, titleName: book.title },
    };
  },
});

/** The reader's last time with a book. */
const ownLeg = async ({ db }: Pick<Context, 'db'>, driftId: string, readerId: string) =>
  (await legsOf(db, driftId)).filter((leg) => leg.readerId === readerId).at(-1);

/** A few words for those who come after; nobody reads them before they have passed. */
export const note = writing('drifting.note', {
  caller: 'reader',
  schema: v.strictObject({ driftId: anId, text: someLines(LONGEST_NOTE) }),
  prepare: async (context, { driftId, text }) => {
    const reader = await readerAsking(context);
    if (!reader) return refuse({ code: 'no_card' });
    const leg = await ownLeg(context, driftId, reader._id);
    if (!leg) return refuse({ code: 'drift_not_with_you' });
    if (text === '') return { id: leg._id, noteState: 'none' as const };
    const verdict = await context.checkText({ openid: context.openid, text, signedAs: leg.by || '读者' });
    if (verdict === 'risky') return refuse({ code: 'text_not_allowed' });
    return { id: leg._id, noteState: verdict === 'pass' ? ('shown' as const) : ('waiting' as const) };
  },
  run: async (context, { driftId, text }, transaction, { id, noteState }) => {
    const reader = await readerWithin(transaction, context);
    const [leg, book] = [
      await transaction.get('driftLegs', id),
      await transaction.get('driftBooks', driftId),
    ];
    if (!reader || leg?.readerId !== reader._id || !book) return refuse(DRIFT_NOT_FOUND);
    const after = { ...leg, note: text, noteState, noteAt: text === '' ? ('' as const) : context.now };
    await transaction.put('driftLegs', after);
    return {
      value: await passport(context, book, [after], reader),
      log: { outcome: '写漂流留言', readerId: reader._id, titleName: book.title },
    };
  },
});

/** Whoever does not want to be named any more is nowhere named any more. */
export const setNaming = writing('drifting.setNaming', {
  caller: 'reader',
  schema: v.strictObject({ driftId: anId, ...theNaming }),
  prepare: async (context, { driftId, ...naming }) => {
    const reader = await readerAsking(context);
    if (!reader) return refuse({ code: 'no_card' });
    const no = await refusedName(context, naming);
    if (no) return no;
    const legs = (await legsOf(context.db, driftId)).filter(({ readerId }) => readerId === reader._id);
    return legs.length > 0 ? { ids: legs.map(({ _id }) => _id) } : refuse({ code: 'drift_not_with_you' });
  },
  run: async (context, { driftId, naming, penName }, transaction, { ids }) => {
    const reader = await readerWithin(transaction, context);
    const book = await transaction.get('driftBooks', driftId);
    if (!reader || !book) return refuse(DRIFT_NOT_FOUND);
    const written: DriftLegDocument[] = [];
    for (const id of ids) {
      const leg = await transaction.get('driftLegs', id);
      if (leg?.readerId !== reader._id) continue;
      const after = { ...leg, naming, penName, by: namedAs({ naming, penName }, reader.name) };
      await transaction.put('driftLegs', after);
      written.push(after);
    }
    return {
      value: await passport(context, book, written, reader),
      log: { outcome: '更改漂流署名', readerId: reader._id, titleName: book.title },
    };
  },
});

/** What only the one does with whom it is. */
const byHolder = (act: Extract<DriftAct, 'leave' | 'lose'>, outcome: string) =>
  forReaderWithin(
    async (
      context: Context,
      { driftId, place = '' }: { driftId: string; place?: string },
      transaction: Transaction,
      reader: ReaderDocument,
    ) => {
      const book = await transaction.get('driftBooks', driftId);
      if (!book) return refuse(DRIFT_NOT_FOUND);
      if (book.state !== 'held' || book.holderId !== reader._id)
        return refuse({ code: 'drift_not_with_you' });
      const state = stateAfterDrift(act, 'holder', book.state);
      if (!state) return refuse({ code: 'drift_is', state: book.state });
      await endLeg(transaction, book, context);
      const after = await moveBook(transaction, context, book, { state, place });
      const legs = await legsOf(context.db, driftId);
      const ended = legs.map((leg) => (leg.number === book.readers ? { ...leg, to: context.now } : leg));
      return {
        value: passportView(after, ended, reader._id),
        log: { outcome, readerId: reader._id, titleName: book.title },
      };
    },
  );

export const leave = writing('drifting.leave', {
  caller: 'reader',
  schema: v.strictObject({ driftId: anId, place: aText(40) }),
  prepare: async ({ checkText, openid }, { place }) => {
    const verdict = await checkText({ openid, text: place, signedAs: '读者' });
    return verdict === 'risky' ? refuse({ code: 'text_not_allowed' }) : undefined;
  },
  run: byHolder('leave', '放漂'),
});

export const lose = writing('drifting.lose', {
  caller: 'reader',
  schema: oneBook,
  run: byHolder('lose', '漂流书丢失'),
});
