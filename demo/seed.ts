import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionName, Documents } from '../cloudfunctions/documents';
import { localDateOf } from '../cloudfunctions/kernel/local-date';
import type { BulkTarget, Document } from '../bulk/target';
import { answersOn } from './answers';
import { calendarOf } from './calendars';
import { queuesOf, type Shelves } from './circulation';
import { eventsOn, registrationsOn } from './events';
import { CLIP_PATH, lectureOn } from './lecture';
import { branchesOn, settingsWith } from './library';
import { bookListsOn, withListsCounted } from './lists';
import { policies } from './policies';
import { linesOf, returnLine, waitsOn } from './past';
import { acceptances, noticesOf, subscriptions } from './notices';
import { cards, identitiesOn, LAST_CARD, readersOn, staff } from './people';
import { reviewsOf } from './reviews';
import { talksOn } from './talks';
import { resourcesOn } from './resources';
import { tellStory } from './story';
import { itemsAt, titlesAt } from './titles';

export type AllDocuments = { [Name in CollectionName]?: Documents[Name][] };

/** How a file reaches the cloud storage; gives its fileID. */
interface FileTarget {
  upload(cloudPath: string, bytes: Buffer): Promise<string>;
}

const BATCH = 500;

/**
 * The whole demo library as it stands at a moment: every date in it is relative to `now`, everything else is
 * always the same. `clipFileId` is the file of the lecture's replay; without one the lecture has no replay.
 */
export function demoDocuments(now: Date, clipFileId?: string): AllDocuments {
  const at = now.toISOString();
  const today = localDateOf(at);
  const year = Number(today.slice(0, 4));
  const titles = titlesAt(now);
  const shelves: Shelves = {
    today,
    now: at,
    titles,
    branches: branchesOn(today),
    calendars: [year - 1, year, year + 1].map(calendarOf).filter((calendar) => calendar !== null),
    items: new Map(itemsAt(now).map((item) => [item._id, item])),
    readers: new Map(readersOn(today).map((reader) => [reader._id, reader])),
    holds: [],
    returns: [],
  };
  tellStory(shelves);
  const accountLines = linesOf(shelves);
  const bookLists = bookListsOn(today);
  const lecture = lectureOn(today, titles, clipFileId ?? '');
  return {
    titles,
    items: [...shelves.items.values()],
    readers: withListsCounted([...shelves.readers.values()], bookLists),
    cards,
    identities: identitiesOn(today),
    staff,
    holds: shelves.holds,
    holdQueues: queuesOf(shelves.holds),
    policies,
    branches: shelves.branches,
    calendars: shelves.calendars,
    events: eventsOn(today),
    registrations: registrationsOn(today, at),
    bookLists,
    resources: resourcesOn(today),
    answers: answersOn(today),
    ...reviewsOf(shelves),
    ...talksOn(today),
    lectures: [clipFileId ? lecture : { ...lecture, replay: { source: 'none' } }],
    operations: shelves.returns.map(returnLine),
    waits: waitsOn(today),
    accountLines,
    notices: noticesOf(shelves),
    subscriptions,
    settings: settingsWith(LAST_CARD),
  };
}

/**
 * Writes the demo library into a cloud: the replay's file first, then every collection in batches. `grant`
 * tells WeChat's side of the subscriptions, so that a message the library counts on can be sent.
 */
export async function seedDemo(
  target: BulkTarget,
  files: FileTarget,
  now: Date,
  grant: (openid: string, templateId: string, count: number) => void = () => undefined,
): Promise<void> {
  const clip = readFileSync(join(__dirname, 'data', 'lecture.mp4'));
  const clipFileId = await files.upload(CLIP_PATH, clip);
  const documents = demoDocuments(now, clipFileId);
  for (const { openid, templateId, count } of acceptances(documents)) grant(openid, templateId, count);
  for (const [collection, list] of Object.entries(documents)) {
    for (let start = 0; start < list.length; start += BATCH) {
      await target.upsert(
        collection,
        list.slice(start, start + BATCH).map((document): Document => ({ ...document })),
      );
    }
  }
}
