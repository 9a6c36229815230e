import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '../typings/contract/shapes';
import type { CollectionName, Documents, SettingDocument, TitleDocument } from '../cloudfunctions/documents';
import { usedByClass } from '../cloudfunctions/figures/use';
import { addDays, localDateOf } from '../cloudfunctions/kernel/local-date';
import type { BulkTarget, Document } from '../bulk/target';
import { answersOn } from './answers';
import { COLUMNS, articlesOn, putArticleFiles, type ArticleFiles } from './articles';
import { calendarOf } from './calendars';
import { queuesOf, type Shelves } from './circulation';
import { deliveriesOn } from './deliveries';
import { eventsOn, registrationsOn } from './events';
import { casesOn, facesOn, figuresOn, surveysOn, surveySumsOn } from './figures';
import { CLIP_PATH, lectureOn, otherLectures, transcriptOfLecture } from './lecture';
import { branchesOn, settingsWith } from './library';
import { bookListsOn, withListsCounted } from './lists';
import { policies } from './policies';
import { linesOf, returnLine, signsOfLife, waitsOn } from './past';
import { loanRankingOn, nextTitlesOn, titleCompanionsOn } from './next-titles';
import { acceptances, noticesOf, subscriptions } from './notices';
import { cards, identitiesOn, LAST_CARD, readersOn, staff } from './people';
import { profilesOn } from './profiles';
import { challengeNotesOn, challengeRunsOn, challengesOn, challengeTeamsOn } from './challenges';
import { quizAttemptsOn, quizQuestionsOn, quizzesOn } from './quizzes';
import { reviewsOf } from './reviews';
import { PHRASES, talksOn } from './talks';
import { resourcesOn } from './resources';
import { tellStory } from './story';
import { itemsAt, titlesAt } from './titles';
import { givenOn } from './given';
import { wishesOn } from './wishes';
import { worksOn } from './works';

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
export function demoDocuments(now: Date, clipFileId?: string, articleFiles: ArticleFiles = {}): AllDocuments {
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
  const articles = articlesOn(today, titles, articleFiles);
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
    ...{ branches: shelves.branches, calendars: shelves.calendars },
    ...eventLifeOn(today, at),
    figures: figuresOn(today),
    faceCounts: facesOn(today),
    cases: casesOn(today),
    surveys: surveysOn(today),
    surveySums: surveySumsOn(today),
    titleCompanions: titleCompanionsOn(titles, at),
    nextTitles: nextTitlesOn(titles, at),
    bookLists,
    resources: resourcesOn(today),
    answers: answersOn(today),
    ...reviewsOf(shelves),
    ...talksOn(today),
    deliveries: deliveriesOn(today),
    ...articles.documents,
    ...worksOn(today),
    ...{ ...givenOn(today), ...wishesOn(today) },
    ...profilesOn(today),
    lectures: [clipFileId ? lecture : { ...lecture, replay: { source: 'none' } }, ...otherLectures(today)],
    transcripts: [transcriptOfLecture()],
    operations: [...shelves.returns.map(returnLine), ...signsOfLife(today)],
    waits: waitsOn(today),
    accountLines,
    notices: [...noticesOf(shelves), ...articles.notices],
    subscriptions,
    settings: settingsAt(at, today, titles),
  };
}

/** Events of every kind, and what readers do at them. */
const eventLifeOn = (today: LocalDate, at: string) => ({
  events: [...eventsOn(today), ...quizzesOn(today), ...challengesOn(today)],
  challengeRuns: challengeRunsOn(today),
  challengeNotes: challengeNotesOn(today),
  challengeTeams: challengeTeamsOn(today),
  quizQuestions: quizQuestionsOn(today),
  quizAttempts: quizAttemptsOn(today),
  registrations: registrationsOn(today, at),
});

/** What is older stands in the figures already. */
const settingsAt = (at: string, today: LocalDate, titles: TitleDocument[]): SettingDocument[] => [
  ...settingsWith(LAST_CARD),
  { _id: 'columns', columns: COLUMNS },
  { _id: 'phrases', list: PHRASES },
  { _id: 'figure-counting', upTo: at, since: addDays(today, 1) },
  { _id: 'collection-use', classes: usedByClass(titles) },
  loanRankingOn(titles, today),
];

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
  const articleFiles = await putArticleFiles((path, bytes) => files.upload(path, bytes));
  const documents = demoDocuments(now, clipFileId, articleFiles);
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
