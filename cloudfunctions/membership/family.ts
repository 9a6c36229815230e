import type { LocalDate } from '../../typings/contract/shapes';
import type { Library, ReaderDocument } from '../documents';
import { ageOn } from '../kernel/local-date';

type Reader = Pick<ReaderDocument, '_id' | 'openid' | 'guardianReaderId' | 'birthDate'>;

/** Which day it is, and the library's age of majority. */
export interface When {
  today: LocalDate;
  library: Pick<Library, 'settings'>;
}

const AGE_OF_MAJORITY = 18;

export const ageOfMajority = ({ settings }: Pick<Library, 'settings'>): number =>
  settings.ageOfMajority ?? AGE_OF_MAJORITY;

/** Whose child a reader is; nobody's from the birthday on which they are of age. */
export const guardianOf = (
  { guardianReaderId, birthDate }: Pick<Reader, 'guardianReaderId' | 'birthDate'>,
  { today, library }: When,
): string | null => (ageOn(birthDate, today) < ageOfMajority(library) ? guardianReaderId : null);

/**
 * Whether two readers are of one family: guardian and child, children of one guardian, or cards linked
 * to one WeChat.
 */
export const areFamily = (a: Reader, b: Reader, when: When): boolean => {
  const [ofA, ofB] = [guardianOf(a, when), guardianOf(b, when)];
  return (
    ofA === b._id ||
    ofB === a._id ||
    (ofA !== null && ofA === ofB) ||
    (a.openid !== null && a.openid === b.openid)
  );
};

/** A hold, with whom it is shared; or its document. */
interface Shared {
  readerId: string;
  sharedWith: string[];
}

/**
 * A hold as it is shared today: those who have left the family since it was placed are not among those who
 * may see and collect it.
 */
export const sharedToday = <H extends Shared>(hold: H, readers: readonly Reader[], when: When): H => {
  const of = (id: string) => readers.find(({ _id }) => _id === id);
  const owner = of(hold.readerId);
  const isStill = (id: string): boolean => {
    const other = of(id);
    return owner !== undefined && other !== undefined && areFamily(owner, other, when);
  };
  return { ...hold, sharedWith: hold.sharedWith.filter(isStill) };
};

/** A guardian acts for their children; whoever linked a card acts for it. */
export const mayActFor = (reader: Reader, asking: Pick<Reader, '_id'>, openid: string, when: When): boolean =>
  reader._id === asking._id || reader.openid === openid || guardianOf(reader, when) === asking._id;
