import * as v from 'valibot';
import type { Recommended, RecommendedFrom } from '../../../typings/contract/recommendations';
import { isChildsAge, mayBeOffered } from '../../circulation/for-age';
import type { ItemDocument, NextTitlesDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { ageOn } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerActedFor } from '../../reads/acting';
import { readerAsking } from '../../reads/asking';
import { AVAILABILITY_FIELDS, itemsOfTitles } from '../../reads/items';
import {
  candidates,
  NOTHING_REFUSED,
  varied,
  type Candidate,
  type Found,
  type Refused,
} from '../../recommending/choose';
import { titleKey } from '../../search/keys';
import { availabilityOf } from '../../views/availability';
import { titlesReadBy, type KnownTitle } from './known-titles';

const SHOWN = 12;
/** What further back weighs next to nothing (half after three). */
const SEEDS = 20;
/** Nothing that was read is shown, as far back as one answer of the database goes. */
const REMEMBERED = 1000;

const someTitles = v.optional(v.pipe(v.array(anId), v.maxLength(20, '太多')));

/**
 * What to read next, in two round trips behind who asks: what is near to what, and the copies of what is
 * near, which tell the title, where it stands and from which age it is.
 */
export const show = reading('recommendations.show', {
  caller: 'visitor',
  schema: v.strictObject({
    recent: someTitles,
    interests: v.optional(v.pipe(v.array(anId), v.maxLength(100, '太多'))),
    beside: v.optional(anId),
    readerId: v.optional(anId),
  }),
  run: async (context, { recent = [], interests = [], beside, readerId }) => {
    const who = await readerOf(context, readerId);
    if (who && 'refusals' in who) return who;
    const [taste, known] = await Promise.all([
      who ? context.db.get('tastes', who._id) : null,
      who ? titlesReadBy(context.db, who, REMEMBERED) : [],
    ]);
    if (taste && !taste.on) return done({ on: false, from: 'nothing' as const, list: [] });
    const seedIds = beside ? [beside] : seedsOf(known, recent);
    const chosen = beside ? [] : (who?.interests ?? interests);
    const near = await foundBy(context, seedIds, chosen, who, !beside);
    const found = beside ? { ...near, seeds: near.seeds.map(byReadersAlone) } : near;
    const refused: Refused = taste ?? NOTHING_REFUSED;
    const out = new Set([...known.map(({ titleId }) => titleId), ...seedIds, ...recent]);
    const list = await shown(context, candidates(found, refused, out), { who, refused, known });
    return done({ on: true, from: whence(who, known, seedIds, chosen), list });
  },
});

const readerOf = async (context: Context, readerId: string | undefined) =>
  readerId ? readerActedFor(context, readerId) : readerAsking(context);

const seedsOf = (known: readonly KnownTitle[], recent: readonly string[]): string[] => {
  const own = known.map(({ titleId }) => titleId);
  return [...new Set([...own, ...recent])].slice(0, SEEDS);
};

const foundBy = async (
  { db, today }: Context,
  seedIds: readonly string[],
  interests: readonly string[],
  who: ReaderDocument | null,
  withPopular: boolean,
): Promise<Found> => {
  const group = who && isChildsAge(ageOn(who.birthDate, today)) ? 'p:children' : 'p:adults';
  const ids = [
    ...seedIds.map((id) => `t:${id}`),
    ...interests.map((id) => `i:${id}`),
    ...(withPopular ? [group] : []),
  ];
  const docs = new Map((await db.getMany('nextTitles', ids)).map((next) => [next._id, next]));
  const known = (prefix: string, list: readonly string[]): NextTitlesDocument[] =>
    list.flatMap((id) => docs.get(`${prefix}:${id}`) ?? []);
  return { seeds: known('t', seedIds), interests: known('i', interests), popular: docs.get(group) ?? null };
};

/** On a title's own page the records speak in a strip of their own. */
const byReadersAlone = (next: NextTitlesDocument): NextTitlesDocument => ({
  ...next,
  near: next.near.flatMap((each) => (each.together > 0 ? [{ ...each, alike: 0, shared: null }] : [])),
});

const SHOWN_OF_COPIES = [...AVAILABILITY_FIELDS, 'title', 'minAge', 'itemType'] as const;

const shown = async (
  { db, library, today }: Context,
  list: readonly Candidate[],
  asked: { who: ReaderDocument | null; refused: Refused; known: readonly KnownTitle[] },
): Promise<Recommended[]> => {
  if (list.length === 0) return [];
  const items = await itemsOfTitles(
    db,
    list.map(({ titleId }) => titleId),
    SHOWN_OF_COPIES,
  );
  const age = asked.who ? ageOn(asked.who.birthDate, today) : null;
  const copiesOf = new Map<string, ItemDocument[]>();
  for (const item of items) {
    if (!mayBeOffered(item, age, library.settings)) continue;
    copiesOf.set(item.titleId, [...(copiesOf.get(item.titleId) ?? []), item]);
  }
  const weighed = list.flatMap((candidate) => {
    const copies = copiesOf.get(candidate.titleId);
    const title = copies?.[0]?.title;
    if (!copies || !title) return [];
    const availability = availabilityOf(library, copies);
    return [
      {
        ...candidate,
        title: title.title,
        authors: title.authors,
        onShelf: availability.onShelf > 0,
        facts: title,
        availability,
      },
    ];
  });
  const works = new Set(asked.known.flatMap(({ title }) => (title ? [titleKey(title)] : [])));
  return varied(weighed, SHOWN, asked.refused, works).map(({ facts, availability, because, reasonKey }) => ({
    title: facts,
    availability,
    because,
    reasonKey,
  }));
};

const whence = (
  who: ReaderDocument | null,
  known: readonly KnownTitle[],
  seedIds: readonly string[],
  interests: readonly string[],
): RecommendedFrom => {
  if (known.length > 0) return who?.keepsHistory ? 'history' : 'loans';
  if (seedIds.length > 0) return 'phone';
  return interests.length > 0 ? 'interests' : 'nothing';
};
