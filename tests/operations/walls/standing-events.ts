import { publishedList } from '../../../cloudfunctions/community/draw';
import { DEFAULT_TERMS, NOTHING_YET } from '../../../cloudfunctions/community/event-terms';
import { sha256 } from '../../../cloudfunctions/community/tickets';
import type {
  ChallengeNoteDocument,
  ChallengeRunDocument,
  ChallengeTeamDocument,
  EventDocument,
  QuizAttemptDocument,
  QuizQuestionDocument,
  RegistrationDocument,
} from '../../../cloudfunctions/documents';

/** Events of these tests: one at which a place is offered, one whose list of a draw is closed. */

const event = (_id: string, changes: Partial<EventDocument>): EventDocument => ({
  ...NOTHING_YET,
  _id,
  title: '冬夜观星',
  kind: 'talk',
  speaker: '',
  about: [],
  audience: '',
  branchId: 'main',
  place: _id,
  startsAt: '2027-01-28T06:00:00.000Z',
  endsAt: '2027-01-28T08:00:00.000Z',
  opensAt: '2026-01-01T00:00:00.000Z',
  closesAt: '2027-01-28T06:00:00.000Z',
  quota: 5,
  free: 4,
  ...changes,
});

const HELD = { readerId: 'reader-reader', places: 1, token: '2026-11-22T02:00:00.000Z~offered' };
const share = 'ab12';
const draw = {
  source: '双色球',
  seedAt: '2026-11-21T02:00:00.000Z',
  commitment: sha256(share),
  share,
};

/** An event as the form of the desk sends it. */
export const DRAFT = {
  ...{ eventId: '', publish: true, title: '新年读诗', kind: 'salon', speaker: '', about: [], audience: '' },
  ...{ branchId: 'main', place: '书吧', quota: 10, door: 0, agenda: [], bring: '', moreDates: [] },
  startsAt: '2027-01-05T11:00:00.000Z',
  endsAt: '2027-01-05T13:00:00.000Z',
  opensAt: '2026-11-20T01:00:00.000Z',
  closesAt: '2027-01-05T11:00:00.000Z',
  ...{ publishAt: null, way: 'first_come', minAge: null, maxAge: null, categories: [], party: 1 },
  ...{ guestNames: false, fields: [], cancelHours: 0, waiting: 'none', offerHours: 12, lastHours: 2 },
  ...{ alone: false, source: '', seedAt: null },
};

const AT_DOOR = { readerId: 'reader-reader', places: 1, token: '2026-11-22T01:00:00.000Z~door' };
const NOW = { startsAt: '2026-11-22T01:50:00.000Z', endsAt: '2026-11-22T23:00:00.000Z' };

/** A quiz that runs now, one that the reader has begun, and one that is over. */
const RUNS = { startsAt: '2026-11-22T01:00:00.000Z', endsAt: '2026-11-23T02:00:00.000Z' };
const PLAN = {
  ...{ topics: ['云溪'], questions: 2, minutes: 60, pointsEach: 5, medalAt: 80 },
  reveal: 'after_all' as const,
};
const COME = { ...DEFAULT_TERMS, way: 'come' as const };
const QUIZ = { kind: 'quiz' as const, quiz: PLAN, terms: COME, ...RUNS };

export const QUESTIONS: QuizQuestionDocument[] = [1, 2, 3, 4].map((n) => ({
  _id: `question-${n}`,
  topic: '云溪',
  kind: 'single',
  text: `第 ${n} 座桥在哪里？`,
  choices: ['城南', '城北'],
  right: [0],
  why: '看地图。',
  retired: false,
  changedAt: '2026-11-22T01:00:00.000Z',
  by: '馆员',
}));
const begun = (eventId: string, readerId: string): QuizAttemptDocument => ({
  ...{
    _id: `${eventId}_${readerId}`,
    eventId,
    readerId,
    title: '冬夜观星',
    seed: 'ab',
    whole: true,
    name: '',
  },
  ...{ startedAt: '2026-11-22T01:59:00.000Z', endsAt: '2026-11-22T02:59:00.000Z', submittedAt: null },
  ...{ pointsEach: 5, full: 5, medalAt: 80, score: 0, usedSeconds: 3600, answers: [[]], rightOnes: [] },
  finishedAt: '2026-11-22T02:59:00.000Z',
  questions: QUESTIONS.slice(0, 1).map(({ _id, ...words }) => ({
    ...{ questionId: _id, kind: words.kind, text: words.text, choices: words.choices },
    ...{ right: words.right, why: words.why },
  })),
  asked: ['question-1'],
});
const CHALLENGE = {
  ...{ kind: 'challenge' as const, terms: COME },
  challenge: { makeUps: 3, steps: [2], teamSize: 5 },
  startsAt: '2026-11-19T16:00:00.000Z',
  endsAt: '2026-12-09T16:00:00.000Z',
};
const runIn = (teamId: string): ChallengeRunDocument => ({
  ...{ _id: 'team-challenge_reader-reader', eventId: 'team-challenge', readerId: 'reader-reader' },
  ...{ title: '冬夜观星', steps: [2], days: [], count: 0, lastOn: '', teamId, whole: true },
  endsOn: '2026-12-09',
});
export const RUNNING_RUNS: ChallengeRunDocument[] = [runIn('team-challenge_AAAAAA')];
export const TEAMS: ChallengeTeamDocument[] = ['team-challenge_AAAAAA', 'challenge_BBBBBB'].map((_id) => ({
  ...{
    _id,
    eventId: _id.split('_')[0] ?? '',
    code: _id.split('_')[1] ?? '',
    name: '晨读',
    members: 1,
    size: 5,
  },
  endsOn: '2026-12-09',
}));
export const CHALLENGE_NOTES: ChallengeNoteDocument[] = ['waiting' as const, 'own' as const].map(
  (status) => ({
    ...{ _id: `team-challenge_reader-reader_2026-11-2${status === 'own' ? 1 : 0}`, noteId: `note-${status}` },
    ...{
      eventId: 'team-challenge',
      readerId: 'reader-reader',
      text: '好书',
      titleId: '',
      book: '',
      author: '某＊',
    },
    ...{ on: status === 'own' ? '2026-11-21' : '2026-11-20', status, why: '', checkedBy: '' },
    at: '2026-11-20T02:00:00.000Z',
  }),
);

export const ATTEMPTS: QuizAttemptDocument[] = [
  begun('begun-quiz', 'reader-reader'),
  begun('over-quiz', 'reader-reader'),
];

export const EVENTS: EventDocument[] = [
  event('challenge', CHALLENGE),
  event('team-challenge', CHALLENGE),
  event('quiz', QUIZ),
  event('begun-quiz', QUIZ),
  event('over-quiz', { ...QUIZ, endsAt: '2026-11-22T01:30:00.000Z' }),
  event('door-talk', { ...NOW, closesAt: NOW.startsAt, registered: 1, held: [AT_DOOR] }),
  event('offered-talk', { registered: 1, held: [HELD], terms: { ...DEFAULT_TERMS, waiting: 'offer' } }),
  event('drawn-talk', {
    free: 5,
    closesAt: '2026-11-20T02:00:00.000Z',
    terms: { ...DEFAULT_TERMS, way: 'draw' },
    draw: publishedList({ _id: 'drawn-talk', draw }, [], '2026-11-20T02:00:00.000Z'),
  }),
];

const OFFERED: RegistrationDocument = {
  _id: 'offered-talk_reader-reader',
  eventId: 'offered-talk',
  readerId: 'reader-reader',
  startsAt: '2027-01-28T06:00:00.000Z',
  endsAt: '2027-01-28T08:00:00.000Z',
  status: 'offered',
  at: '2026-11-22T02:00:00.000Z',
  order: '2026-11-22T02:00:00.000Z_0',
  places: 1,
  guests: [],
  answers: {},
  token: HELD.token,
  offerEndsAt: '2027-01-01T00:00:00.000Z',
  changed: false,
  came: false,
  checkedIn: null,
};

export const REGISTRATIONS: RegistrationDocument[] = [
  OFFERED,
  {
    ...OFFERED,
    ...NOW,
    _id: 'door-talk_reader-reader',
    eventId: 'door-talk',
    status: 'registered',
    token: AT_DOOR.token,
    offerEndsAt: null,
  },
];
