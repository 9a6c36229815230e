import type { DeskDrift, DriftLeg, DriftPassport, DriftRow } from '../../typings/contract/drifting';
import { driftActs } from '../community/drifting';
import type { DriftBookDocument, DriftLegDocument } from '../documents';

export const driftRow = (book: DriftBookDocument): DriftRow => ({
  driftId: book._id,
  title: book.title,
  author: book.author,
  state: book.state,
  since: book.since,
  place: book.place,
  readers: book.readers,
});

/** Others read what has passed; whoever wrote it reads it always. */
const noteFor = ({ note, noteState, readerId }: DriftLegDocument, me: string | null): string =>
  noteState === 'shown' || (me !== null && readerId === me) ? note : '';

const legView = (leg: DriftLegDocument, me: string | null): DriftLeg => ({
  number: leg.number,
  by: leg.by,
  from: leg.from,
  to: leg.to,
  note: noteFor(leg, me),
  mine: me !== null && leg.readerId === me,
});

export const passportView = (
  book: DriftBookDocument,
  legs: readonly DriftLegDocument[],
  me: string | null,
): DriftPassport => {
  const mine = me !== null && book.state === 'held' && book.holderId === me;
  const own = me === null ? undefined : legs.filter(({ readerId }) => readerId === me).at(-1);
  return {
    ...driftRow(book),
    about: book.about,
    releasedAt: book.releasedAt,
    legs: legs.map((leg) => legView(leg, me)),
    mine,
    acts: mine ? driftActs(book, 'holder') : [],
    own: own ? { note: own.note, noteState: own.noteState, naming: own.naming, penName: own.penName } : null,
  };
};

export const deskDriftView = (book: DriftBookDocument, legs: readonly DriftLegDocument[]): DeskDrift => ({
  ...driftRow(book),
  code: book.code,
  about: book.about,
  barcode: book.barcode,
  acts: driftActs(book, 'staff'),
  legs: legs.map(({ number, by, from, to, note, noteState }) => ({ number, by, from, to, note, noteState })),
});
