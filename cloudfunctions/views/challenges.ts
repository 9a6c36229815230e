import type { ChallengePage, OwnNote, SharedNote } from '../../typings/contract/challenges';
import {
  calendarOf,
  challengeState,
  daysLeft,
  makeUpsLeft,
  medalsOf,
  refusalsToTakePart,
  streaksOf,
  teamDays,
} from '../community/challenge-days';
import type {
  ChallengeNoteDocument,
  ChallengeRunDocument,
  ChallengeTeamDocument,
  EventDocument,
  ReaderDocument,
  RegistrationDocument,
} from '../documents';
import type { Context } from '../kernel/context';

export type Challenge = EventDocument & Required<Pick<EventDocument, 'challenge'>>;

export interface ChallengeAsking {
  reader: ReaderDocument | null;
  own: RegistrationDocument | null;
  run: ChallengeRunDocument | null;
  notes: ChallengeNoteDocument[];
  books: ChallengePage['books'];
  team: ChallengeTeamDocument | null;
  /** Runs of all who are in the team. */
  together: Pick<ChallengeRunDocument, '_id' | 'count'>[];
}

/** A challenge as one reader sees it. Of a team it tells what all did, and nothing of one of them. */
export const challengePage = (
  event: Challenge,
  asking: ChallengeAsking,
  at: Pick<Context, 'library' | 'now' | 'today'>,
): ChallengePage => {
  const { run, notes, books, team, together } = asking;
  const { makeUps, steps, teamSize } = event.challenge;
  const days = run?.days ?? [];
  const state = challengeState(event, asking, at);
  // One's own days are those of the run: what all have was read before it was written.
  const all = teamDays(together.map((each) => (run && each._id === run._id ? run : each)));
  return {
    ...{ makeUps, steps, teamSize },
    eventId: event._id,
    title: event.title,
    about: event.about,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    state,
    because: state === 'not_for_you' ? refusalsToTakePart(event, asking, at) : [],
    today: at.today,
    days: calendarOf(event, { days }, at.today),
    count: run?.count ?? 0,
    ...streaksOf(days, at.today),
    daysLeft: daysLeft(event, at.today),
    makeUpsLeft: makeUpsLeft({ days }, makeUps),
    medals: run ? medalsOf(run) : [],
    notes: notes.map(ownNote),
    books,
    mayShare: maySharePage(at),
    ...(team && {
      team: {
        code: team.code,
        name: team.name,
        members: team.members,
        size: team.size,
        ...(all !== undefined && { days: all }),
      },
    }),
  };
};

/** Where readers' words are open at all. */
export const maySharePage = ({ library }: Pick<Context, 'library'>): boolean =>
  library.settings.openContent?.reviews ?? false;

const ownNote = ({ on, text, book, status, why }: ChallengeNoteDocument): OwnNote => ({
  on,
  text,
  book,
  status,
  why,
});

export const sharedNote = (note: ChallengeNoteDocument, me: string | null): SharedNote => ({
  noteId: note.noteId,
  author: note.author,
  on: note.on,
  text: note.text,
  book: note.book,
  titleId: note.titleId,
  mine: note.readerId === me,
});
