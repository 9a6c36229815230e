import type { Documents } from '../../documents';
import type { Context } from '../../kernel/context';
import { newestRows } from './newest-rows';

/**
 * What the library keeps of a reader's talks, requests, works, gifts and opinions, as the reader may have it:
 * without openids of staff, notes among them, traces of WeChat's checks and who else was about.
 */
export const ownServices = async ({ db }: Context, readerId: string): Promise<Record<string, object[]>> => {
  const of = newestRows(db, readerId);
  const inAnyOrder = <C extends 'talkLines' | 'profileFinds' | 'works' | 'media' | 'conflicts'>(
    collection: C,
  ) => db.find(collection, { where: { readerId }, limit: 1000 });
  const [talks, lines, media, deliveries, profiles, finds] = await Promise.all([
    of('talks', 'askedAt'),
    inAnyOrder('talkLines'),
    inAnyOrder('media'),
    of('deliveries', 'askedAt'),
    of('profiles', 'from'),
    inAnyOrder('profileFinds'),
  ]);
  const [works, driftLegs, donations, cases, scans] = await Promise.all([
    inAnyOrder('works'),
    of('driftLegs', 'from'),
    of('donations', 'offeredAt'),
    of('cases', 'at'),
    inAnyOrder('conflicts'),
  ]);
  const [tastes, askedFaces, columns] = await Promise.all([
    db.find('tastes', { where: { readerId }, limit: 1 }),
    db.find('askedFaces', { where: { readerId }, limit: 1 }),
    db.find('columnFollows', { where: { readerId }, limit: 1000 }),
  ]);
  return {
    talks: talks.map((talk) => talkRow(talk, lines)),
    files: media.map(({ kind, purpose, name, bytes, seconds, transcript, state, at }) => ({
      ...{ kind, purpose, name, bytes, seconds, transcript, state, at },
    })),
    deliveries: deliveries.map(deliveryRow),
    profiles: profiles.map(({ _id, name, terms, when, from }) => ({
      ...{ name, terms, when, from },
      finds: finds
        .filter(({ profileId }) => profileId === _id)
        .map(({ title, by, year, at }) => ({ title, by, year, at })),
    })),
    works: works.map(({ draft, sent, state, group, publish, signedAs, penName, changedAt }) => ({
      ...{ draft, sent, state, group, publish, signedAs, penName, changedAt },
    })),
    driftLegs: driftLegs.map(({ title, from, to, naming, penName, note }) => ({
      ...{ title, from, to, naming, penName, note },
    })),
    donations: donations.map(({ _id: _, readerId: __, ...donation }) => donation),
    opinions: cases.map(({ service, words, state, at, answer, answeredAt }) => ({
      ...{ service, words, state, at, answer, answeredAt },
    })),
    asked: askedFaces.map(({ last, survey }) => ({ last, survey })),
    tastes: tastes.map(({ on, notTitles, notAuthors, notReasons }) => ({
      on,
      notTitles,
      notAuthors,
      notReasons,
    })),
    columns: columns.map(({ columnId, at }) => ({ columnId, at })),
    offlineScans: scans.map(({ action, barcode, titleName, scannedAt, status }) => ({
      ...{ action, barcode, titleName, scannedAt, status },
    })),
  };
};

/** With what was said in it; what staff noted among themselves is theirs. */
const talkRow = (
  { _id, skill, state, opening, askedAt, endedAt, faces }: Documents['talks'],
  lines: readonly Documents['talkLines'][],
) => ({
  ...{ skill, state, opening, askedAt, endedAt, faces },
  lines: lines
    .filter(({ talkId, from }) => talkId === _id && from !== 'note')
    .sort((a, b) => a.number - b.number)
    .map(({ from, by, text, at, takenBack }) => ({ from, by, text, at, takenBack })),
});

const deliveryRow = ({
  kind,
  wanted,
  state,
  askedAt,
  statement,
  cost,
  agreed,
  loan,
  unfilled,
  endedAt,
  steps,
}: Documents['deliveries']) => ({
  ...{ kind, wanted, state, askedAt, statement, cost, agreed, loan, unfilled, endedAt, steps },
});
