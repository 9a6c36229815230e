import * as v from 'valibot';
import type { DriftAct } from '../../../typings/contract/drifting';
import { refusalsToSet } from '../../circulation/setting-item';
import { CODE_BYTES, driftCode, refusalsToSetFree, stateAfterDrift } from '../../community/drifting';
import type { DriftBookDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { hasRole } from '../../kernel/roles';
import { cleanScan } from '../../kernel/scan';
import { aLine, aText, anId, anInstant, someLines } from '../../kernel/validate';
import { driftBooksIn, driftingIsOn, legsOf } from '../../reads/drifting';
import { showing } from '../../reads/found';
import { endLeg, legId, moveBook } from '../../steps/given';
import { deskDriftView, driftRow } from '../../views/drifting';
import { DRIFT_NOT_FOUND, oneBook } from './input';

const STATES = ['home', 'out', 'held', 'lost', 'ended'] as const;

export const list = reading('driftDesk.list', {
  role: 'events',
  schema: v.strictObject({ which: v.picklist(STATES, '没有这个列表'), after: aPageStart }),
  run: async ({ db }, { which, after }) => {
    const [page, notes, ...counts] = await Promise.all([
      driftBooksIn(db, which, after),
      db.count('driftLegs', { noteState: 'waiting' }),
      ...STATES.map((state) => db.count('driftBooks', { state })),
    ]);
    return done({
      ...page,
      notes,
      counts: STATES.map((state, n) => ({ which: state, count: counts[n] ?? 0 })),
      list: page.list.map(driftRow),
    });
  },
});

const deskView = async ({ db }: StaffContext, book: DriftBookDocument) =>
  deskDriftView(book, await legsOf(db, book._id));

export const show = reading('driftDesk.show', {
  role: 'events',
  schema: oneBook,
  run: showing(['driftBooks', 'driftId', DRIFT_NOT_FOUND], deskView),
});

/** A copy leaves what is lent; that is the cataloguers' to say unless they have said so already. */
const setFree = async (
  transaction: Transaction,
  context: StaffContext,
  barcode: string,
): Promise<{ title: string; author: string } | ReturnType<typeof refuse>> => {
  const item = await transaction.get('items', barcode);
  if (!item) return refuse({ code: 'item_not_found', barcode });
  const mayCatalogue = hasRole(context.staff, 'cataloguer');
  const refusals = [
    ...refusalsToSetFree(item),
    ...refusalsToSet({ item, status: 'withdrawn', branchKnown: true, mayCatalogue }),
  ];
  if (refusals.length > 0) return { refusals };
  await transaction.put('items', {
    ...item,
    status: 'withdrawn',
    condition: '图书漂流',
    changedAt: context.now,
  });
  return { title: item.title.title, author: item.title.authors };
};

/** Gives a book its passport and a code; with a place it is set free at once. */
export const make = writing('driftDesk.make', {
  role: 'events',
  schema: v.strictObject({
    barcode: v.pipe(aLine(64), v.transform(cleanScan)),
    title: aLine(200),
    author: aLine(100),
    about: someLines(300),
    place: aLine(40),
  }),
  run: async (context, { barcode, about, place, ...typed }, transaction) => {
    if (!driftingIsOn(context)) return refuse({ code: 'drifting_not_open' });
    const _id = barcode === '' ? context.newId() : `copy-${barcode}`;
    const before = barcode === '' ? null : await transaction.get('driftBooks', _id);
    if (before && before.state !== 'ended') return refuse({ code: 'drift_exists_already' });
    const known = barcode === '' ? typed : await setFree(transaction, context, barcode);
    if (isRefused(known)) return known;
    if (known.title === '') return refuse({ code: 'work_lacks', what: 'title' });
    const isFree = place !== '';
    const book: DriftBookDocument = {
      ...{ _id, code: driftCode(context.randomBytes(CODE_BYTES)), barcode, ...known, about },
      ...{ state: isFree ? 'out' : 'home', since: context.now, releasedAt: isFree ? context.now : '' },
      ...{ place, holderId: '', readers: before?.readers ?? 0, version: (before?.version ?? 0) + 1 },
    };
    await transaction.put('driftBooks', book);
    return {
      value: await deskView(context, book),
      log: { outcome: isFree ? '漂流书放漂' : '登记漂流书', barcode, titleName: book.title },
    };
  },
});

/** A step by the staff. */
const stepping =
  (act: DriftAct, outcome: string) =>
  async (
    context: StaffContext,
    { driftId, place = '' }: { driftId: string; place?: string },
    transaction: Transaction,
  ) => {
    const book = await transaction.get('driftBooks', driftId);
    if (!book) return refuse(DRIFT_NOT_FOUND);
    const state = stateAfterDrift(act, 'staff', book.state);
    if (!state) return refuse({ code: 'drift_is', state: book.state });
    await endLeg(transaction, book, context);
    const releasedAt = act === 'release' && book.releasedAt === '' ? context.now : book.releasedAt;
    const after = await moveBook(transaction, context, book, { state, place, releasedAt });
    return { value: await deskView(context, after), log: { outcome, titleName: book.title } };
  };

export const release = writing('driftDesk.release', {
  role: 'events',
  schema: v.strictObject({ driftId: anId, place: aText(40) }),
  run: stepping('release', '漂流书放漂'),
});

const ofBook = (act: DriftAct, outcome: string) => ({
  role: 'events' as const,
  schema: oneBook,
  run: stepping(act, outcome),
});

export const comeHome = writing('driftDesk.comeHome', ofBook('come_home', '漂流书回馆'));
export const lose = writing('driftDesk.lose', ofBook('lose', '漂流书丢失'));
export const end = writing('driftDesk.end', ofBook('end', '结束漂流'));

export const notes = reading('driftDesk.notes', {
  role: 'events',
  schema: v.strictObject({ after: aPageStart }),
  run: async ({ db }, { after }) => {
    const query = { where: { noteState: 'waiting' }, orderBy: [['noteAt', 'asc']] as ['noteAt', 'asc'][] };
    const page = await pageFrom(db, 'driftLegs', query, after);
    return done({
      ...page,
      list: page.list.map(({ driftId, number, title, note, noteAt }) => ({
        ...{ driftId, number, title, note },
        at: noteAt,
      })),
    });
  },
});

/** Staff decide on the words that they read. */
export const lookAtNote = writing('driftDesk.lookAtNote', {
  role: 'events',
  schema: v.strictObject({
    driftId: anId,
    number: v.pipe(v.number(), v.integer()),
    at: anInstant,
    allow: v.boolean(),
  }),
  run: async (context, { driftId, number, at, allow }, transaction) => {
    const leg = await transaction.get('driftLegs', legId(driftId, number));
    const book = await transaction.get('driftBooks', driftId);
    if (!leg || !book) return refuse(DRIFT_NOT_FOUND);
    if (leg.noteAt !== at) return refuse({ code: 'work_changed' });
    const after = { ...leg, noteState: allow ? ('shown' as const) : ('refused' as const) };
    await transaction.put('driftLegs', after);
    const legs = await legsOf(context.db, driftId);
    return {
      value: deskDriftView(
        book,
        legs.map((each) => (each.number === number ? after : each)),
      ),
      log: { outcome: allow ? '漂流留言通过' : '漂流留言不通过', titleName: book.title },
    };
  },
});
