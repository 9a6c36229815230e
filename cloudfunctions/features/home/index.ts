import type { EventSummary } from '../../../typings/contract/events';
import type { Hold } from '../../../typings/contract/holds';
import type { Home } from '../../../typings/contract/home';
import { TITLE_FACT_FIELDS, factsOf } from '../../cataloguing/title-facts';
import type { ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { between } from '../../kernel/database';
import { daysBetween } from '../../kernel/local-date';
import { operationsOf, reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { whoAsks } from '../../reads/asking';
import { holdsOf } from '../../reads/holds';
import { itemsOnLoanTo } from '../../reads/loans';
import { eventSummary } from '../../views/events';
import { holdsView } from '../../views/holds';
import { lectureSummary } from '../../views/lectures';
import { meView } from '../../views/me';

const DUE_SHOWN = 3;
const NEW_TITLES = 10;

const show = reading('home.show', {
  caller: 'visitor',
  schema: nothing,
  run: async (context) => {
    const { library, today, db } = context;
    const [who, newTitles, lecture] = await Promise.all([
      whoAsks(context),
      db.find('titles', {
        where: {},
        orderBy: [['addedAt', 'desc']],
        limit: NEW_TITLES,
        fields: TITLE_FACT_FIELDS,
      }),
      db.find('lectures', { where: {}, orderBy: [['heldAt', 'desc']], limit: 1 }),
    ]);
    const { reader } = who;
    const [due, holds, nextEvent] = await Promise.all([
      reader ? dueSoon(context, reader) : { dueSoon: [], loans: 0 },
      reader ? openHolds(context, reader) : [],
      nextEventFor(context, reader),
    ]);
    const [latest] = lecture;
    const home: Home = {
      me: meView(who, context),
      libraryName: library.settings.name,
      today,
      ...due,
      ready: holds.filter((hold) => hold.status === 'ready'),
      holds: holds.length,
      ...(nextEvent && { nextEvent }),
      newTitles: newTitles.map(factsOf),
      ...(latest && { lecture: lectureSummary(latest) }),
    };
    return done(home);
  },
});

const openHolds = async ({ db, library, today }: Context, reader: ReaderDocument): Promise<Hold[]> => {
  const { holds, nameOf } = await holdsOf(db, reader);
  return holdsView(library, holds, { readerId: reader._id, nameOf, today });
};

const dueSoon = async (
  context: Context,
  reader: ReaderDocument,
): Promise<Pick<Home, 'dueSoon' | 'loans'>> => {
  const { db, library, today } = context;
  const items = await itemsOnLoanTo(db, reader);
  const soon = items
    .filter(({ loan }) => daysBetween(today, loan.dueOn) <= library.settings.dueSoonDays)
    .slice(0, DUE_SHOWN);
  return {
    dueSoon: soon.map(({ loan, title }) => ({
      loanId: loan.loanId,
      title,
      dueOn: loan.dueOn,
      daysLeft: daysBetween(today, loan.dueOn),
    })),
    loans: items.length,
  };
};

/** The reader's own next event, else the next one that is open to everybody. */
const nextEventFor = async (
  context: Context,
  reader: ReaderDocument | null,
): Promise<EventSummary | undefined> => {
  const { db, now } = context;
  const registrations = reader
    ? await db.find('registrations', {
        where: { readerId: reader._id, status: 'registered', startsAt: between({ from: now }) },
        orderBy: [['startsAt', 'asc']],
        limit: 1,
      })
    : [];
  const [mine] = registrations;
  if (mine) {
    const event = await db.get('events', mine.eventId);
    if (event && !event.cancelled) return eventSummary(event, true, context);
  }
  const coming = await db.find('events', {
    where: { endsAt: between({ from: now }) },
    orderBy: [['endsAt', 'asc']],
    limit: 5,
  });
  const event = coming.find((each) => !each.cancelled);
  return event && eventSummary(event, false, context);
};

export const home = operationsOf('home', [show]);
