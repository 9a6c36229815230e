import { servicesOf } from '../community/event-terms';
import type { DriftBookDocument, DriftLegDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Database, Query } from '../kernel/database';
import { pageFrom } from '../kernel/page';

const MOST_LEGS = 1000;

export const driftingIsOn = ({ library }: Pick<Context, 'library'>): boolean =>
  servicesOf(library).lives.includes('drifting');

/** The passport of a book, from the first reader on. */
export const legsOf = (db: Pick<Database, 'find'>, driftId: string): Promise<DriftLegDocument[]> =>
  db.find('driftLegs', { where: { driftId }, orderBy: [['number', 'asc']], limit: MOST_LEGS });

/** Books of a state, those that moved last in front. */
export const driftBooksIn = (
  db: Pick<Database, 'find'>,
  state: DriftBookDocument['state'],
  after: string | undefined,
): Promise<{ list: DriftBookDocument[]; next?: string }> => {
  const orderBy: Query['orderBy'] = [
    ['since', 'desc'],
    ['_id', 'asc'],
  ];
  return pageFrom(db, 'driftBooks', { where: { state }, orderBy }, after);
};

/** By the code that stands in it. */
export const bookByCode = async (
  db: Pick<Database, 'find'>,
  code: string,
): Promise<DriftBookDocument | undefined> => {
  const [book] = await db.find('driftBooks', { where: { code }, limit: 1 });
  return book;
};
