import * as v from 'valibot';
import type { TitlePage } from '../../../typings/contract/title-page';
import type { Refusal } from '../../../typings/contract/refusals';
import { factsOf } from '../../cataloguing/title-facts';
import { callFactsAt } from '../../circulation/call-facts';
import { placeInLine } from '../../circulation/fetching';
import { holdFor, isWaiting } from '../../circulation/hold-queue';
import { refusalsEverywhere } from '../../circulation/placing-hold';
import { waitingTimeFrom } from '../../circulation/waiting-time';
import type { ItemDocument, QueuedHold, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerAsking } from '../../reads/asking';
import { itemsOfTitles } from '../../reads/items';
import { overdueAt } from '../../reads/loans';
import { lateWaits } from '../../reads/waits';
import { availabilityOf } from '../../views/availability';
import { holdSummary } from '../../views/holds';
import { ITEM_FIELDS, itemsByBranch } from './holdings';
import { isbnForms } from './isbn-forms';

/** A collected volume may name hundreds; a page has no use for more. */
const MOST_NAMES = 200;
const MOST_SUBJECTS = 30;
const MOST_ISBNS = 20;

/** Whoever would join the queue now, before anything is known of them. */
const ANYBODY: QueuedHold = {
  holdId: '',
  readerId: '',
  readerCategory: '*',
  pickUpBranchId: '*',
  placedAt: '',
  status: 'waiting',
  barcode: null,
  pickUpBy: null,
  sharedWith: [],
  wants: null,
  startsOn: null,
  neededUntil: null,
};

export const title = reading('catalogue.title', {
  caller: 'visitor',
  schema: v.strictObject({ titleId: anId }),
  run: async (context, { titleId }) => {
    const { db, library } = context;
    const [record, items, queue, reader, waits, rating] = await Promise.all([
      db.get('titles', titleId),
      itemsOfTitles(db, [titleId], ITEM_FIELDS),
      db.get('holdQueues', titleId),
      readerAsking(context),
      lateWaits(db),
      ratingOf(context, titleId),
    ]);
    if (!record) return refuse({ code: 'title_not_found' });
    const holds = queue?.holds ?? [];
    const myHold = reader ? holdFor(holds, reader._id) : undefined;
    const loan = reader ? myLoan(items, reader._id) : {};
    const noHold =
      reader && !myHold && !loan.myLoan ? await noHoldFor(context, reader, titleId, holds, items) : [];
    const place = placeInLine([...holds, ANYBODY], ANYBODY, items, (item) => callFactsAt(context, item));
    const waitingTime = place.isToFetch ? null : waitingTimeFrom(waits, place);
    const page: TitlePage = {
      ...factsOf(record),
      subtitle: record.subtitle,
      isbns: record.isbns.slice(0, MOST_ISBNS).map(isbnForms),
      language: record.language,
      kind: record.kind,
      callNumber: record.callNumber,
      subjects: record.subjects.slice(0, MOST_SUBJECTS),
      summary: record.summary,
      contributors: record.contributors.slice(0, MOST_NAMES),
      availability: availabilityOf(library, items),
      branches: itemsByBranch(library, items),
      queue: {
        waiting: holds.filter(isWaiting).length,
        ready: holds.filter((hold) => hold.status === 'ready').length,
      },
      ...(waitingTime && { waitingTime }),
      ...(myHold && { myHold: holdSummary(library, holds, myHold, context.today) }),
      ...loan,
      ...(noHold.length > 0 && { noHold }),
      addedAt: record.addedAt,
      ...(rating && { rating }),
    };
    return done(page);
  },
});

/** By the rule that places a hold; a branch at which loans are overdue is looked at more closely. */
const noHoldFor = async (
  context: Context,
  reader: ReaderDocument,
  titleId: string,
  queue: readonly QueuedHold[],
  items: ItemDocument[],
): Promise<Refusal[]> => {
  const { db, library, today } = context;
  const branches = await Promise.all(
    library.branches
      .filter(({ pickUp }) => pickUp)
      .map(async (branch) => ({ branch, overdue: await overdueAt(db, reader, branch._id, context) })),
  );
  const order = { wants: null, startsOn: null, neededUntil: null };
  return refusalsEverywhere({ reader, titleId, queue, items, ...order, today }, library.policies, branches);
};

const myLoan = (items: ItemDocument[], readerId: string): Pick<TitlePage, 'myLoan'> => {
  const loan = items.find((item) => item.loan && item.loan.readerId === readerId)?.loan;
  return loan ? { myLoan: { loanId: loan.loanId, dueOn: loan.dueOn } } : {};
};

/** Present, if only with noughts, where the library shows reviews. */
const ratingOf = async ({ db, library }: Context, titleId: string): Promise<TitlePage['rating']> => {
  if (!library.settings.openContent?.reviews) return undefined;
  const { count, sum } = (await db.get('titleRatings', titleId)) ?? { count: 0, sum: 0 };
  return { count, sum };
};
