import type { ChildHome } from '../../../typings/contract/home';
import type { EventSummary } from '../../../typings/contract/events';
import type { TitleFacts } from '../../../typings/contract/title-record';
import { includesAge, mayBeListed, mayBeOffered } from '../../circulation/for-age';
import { servicesOf } from '../../community/event-terms';
import { hasRoom } from '../../community/registering';
import { registrationId } from '../../community/registration-id';
import type { ItemDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { between } from '../../kernel/database';
import { ageOn, daysBetween } from '../../kernel/local-date';
import { CARD_FIELDS, coversOf, type ListFacts } from '../../reads/book-lists';
import { itemsOfTitles } from '../../reads/items';
import { itemsOnLoanTo } from '../../reads/loans';
import { listCard } from '../../views/book-lists';
import { eventSummary } from '../../views/events';

const LISTS = 6;
const NEW_TITLES = 10;
const EVENTS = 3;
const LOOKED_AT = 40;
const COPY = ['titleId', 'title', 'status', 'minAge', 'itemType'] as const;

/** What the library has for a child of this age, lists, new books, events; and the child's own loans. */
export const forChild = async (context: Context, reader: ReaderDocument): Promise<ChildHome> => {
  const { db, today } = context;
  const age = ageOn(reader.birthDate, today);
  const [loans, lists, next, events] = await Promise.all([
    itemsOnLoanTo(db, reader),
    listsFor(context, age),
    db.get('nextTitles', 'n:children'),
    eventsFor(context, reader),
  ]);
  const fresh = (next?.near ?? []).slice(0, 2 * NEW_TITLES).map(({ titleId }) => titleId);
  const [title, copies] = await Promise.all([
    coversOf(db, lists),
    itemsOfTitles(db, [...fresh, ...lists.flatMap(({ covers }) => covers)], COPY),
  ]);
  const listed = new Set(copies.filter((copy) => mayBeListed(copy, age)).map(({ titleId }) => titleId));
  return {
    ...{ readerId: reader._id, name: reader.name, age },
    loans: loans.map(({ title: facts, loan: { loanId, dueOn } }) => ({
      ...{ loanId, title: facts, dueOn },
      daysLeft: daysBetween(today, dueOn),
    })),
    lists: lists.map((list) => listCard(list, (id) => (listed.has(id) ? title(id) : undefined))),
    events,
    newTitles: newOnes(context, fresh, copies, age),
  };
};

const listsFor = async ({ db }: Context, age: number): Promise<ListFacts[]> => {
  const lists = await db.find('bookLists', {
    where: { by: 'library', shown: 'public' },
    orderBy: [['placedAt', 'desc']],
    limit: 100,
    fields: CARD_FIELDS,
  });
  return lists.filter(({ ages }) => ages && includesAge(ages, age)).slice(0, LISTS);
};

const newOnes = (
  { library }: Context,
  titleIds: readonly string[],
  copies: readonly ItemDocument[],
  age: number,
): TitleFacts[] =>
  titleIds
    .flatMap((id) => {
      const copy = copies.find((each) => each.titleId === id && mayBeOffered(each, age, library.settings));
      return copy ? [copy.title] : [];
    })
    .slice(0, NEW_TITLES);

/** One's own first, then those that say an age, then those for everybody; none that is full. */
const eventsFor = async (context: Context, reader: ReaderDocument): Promise<EventSummary[]> => {
  const { db, now } = context;
  const coming = await db.find('events', {
    where: { endsAt: between({ from: now }) },
    orderBy: [['endsAt', 'asc']],
    limit: LOOKED_AT,
  });
  const { kinds } = servicesOf(context.library);
  const offered = coming.filter((each) => each.state === 'published' && kinds.includes(each.kind));
  const own = await db.getMany(
    'registrations',
    offered.map(({ _id }) => registrationId(_id, reader._id)),
  );
  return offered
    .map((event) => {
      const mine = own.find(({ eventId }) => eventId === event._id) ?? null;
      const summary = eventSummary(event, { reader, own: mine }, context);
      const saysAge = event.terms.minAge !== null || event.terms.maxAge !== null;
      return { summary, place: placeOf(summary, saysAge) };
    })
    .filter(({ place }) => place < NOT_SHOWN)
    .sort((a, b) => a.place - b.place)
    .slice(0, EVENTS)
    .map(({ summary }) => summary);
};

const NOT_SHOWN = 3;
const OWN: readonly EventSummary['registration'][] = ['registered', 'offered', 'waiting', 'entered'];

const placeOf = ({ registration }: EventSummary, saysAge: boolean): number => {
  if (OWN.includes(registration)) return 0;
  if (!hasRoom(registration)) return NOT_SHOWN;
  return saysAge ? 1 : 2;
};
