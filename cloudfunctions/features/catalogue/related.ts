import * as v from 'valibot';
import { factsOf } from '../../cataloguing/title-facts';
import { between, startsWith, type Database } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { copiesByTitle } from '../../reads/items';
import { titleKey } from '../../search/keys';
import { availabilityOf } from '../../views/availability';
import { classAbove, mainAuthorKey, relate, type RelativesKnown, type Relative } from './relate';
import { volumeOf } from './volume';

const FIELDS = [
  'title',
  'contributors',
  'publisher',
  'year',
  'clc',
  'subjects',
  'popularity',
  'isbns',
  'addedAt',
] as const;

/** Titles looked at a read: enough for the longest list, and no more for a famous author or a short name. */
const OF_THE_WORK = 80;
const OF_THE_AUTHOR = 100;
const OF_THE_CLASS = 40;
/** With fewer than these of its own class, the class above is looked through as well. */
const ENOUGH_OF_CLASS = 12;

/**
 * At most six reads, each over an index and of a bounded number of rows (availability: one for a thousand
 * copies).
 */
export const related = reading('catalogue.related', {
  caller: 'visitor',
  schema: v.strictObject({ titleId: anId }),
  run: async ({ db, library }, { titleId }) => {
    const title = await db.get('titles', titleId);
    if (!title) return refuse({ code: 'title_not_found' });
    const { editions, volumes, similar } = relate(title, await around(db, title));
    const shown = [editions, volumes.map((each) => each.title), similar.map((each) => each.title)].flat();
    const copiesOf = await copiesByTitle(
      db,
      shown.map(({ _id }) => _id),
    );
    const view = (each: Relative) => ({
      ...factsOf(each),
      availability: availabilityOf(library, copiesOf(each._id)),
    });
    return done({
      editions: editions.map(view),
      volumes: volumes.map((each) => ({
        ...view(each.title),
        part: each.part,
        here: each.title._id === titleId,
      })),
      similar: similar.map((each) => ({ ...view(each.title), because: each.because })),
    });
  },
});

const around = async (db: Database, title: Relative): Promise<RelativesKnown> => {
  const author = mainAuthorKey(title);
  const none: Relative[] = [];
  const [byWork, byAuthor, ofClass] = await Promise.all([
    db.find('titles', {
      where: { keys: startsWith(titleKey(volumeOf(title.title).work)) },
      limit: OF_THE_WORK,
      fields: FIELDS,
    }),
    author ? db.find('titles', { where: { keys: author }, limit: OF_THE_AUTHOR, fields: FIELDS }) : none,
    title.clc ? mostBorrowedOf(db, title.clc) : none,
  ]);
  const above = classAbove(title.clc);
  const wider = ofClass.length < ENOUGH_OF_CLASS && above ? await under(db, above) : none;
  return { byWork, byAuthor, byClass: [...ofClass, ...wider] };
};

const mostBorrowedOf = (db: Database, clc: string): Promise<Relative[]> =>
  db.find('titles', {
    where: { clc },
    orderBy: [['popularity', 'desc']],
    limit: OF_THE_CLASS,
    fields: FIELDS,
  });

/** A class and its divisions, in the order of the index. */
const under = (db: Database, clc: string): Promise<Relative[]> =>
  db.find('titles', {
    where: { clc: between({ from: clc, below: `${clc}\uffff` }) },
    limit: OF_THE_CLASS,
    fields: FIELDS,
  });
