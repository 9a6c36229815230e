import type { ChallengePlan } from '../typings/contract/challenges';
import type { LocalDate } from '../typings/contract/shapes';
import type {
  ChallengeNoteDocument,
  ChallengeRunDocument,
  ChallengeTeamDocument,
  EventDocument,
} from '../cloudfunctions/documents';
import { DEFAULT_TERMS, NOTHING_YET } from '../cloudfunctions/community/event-terms';
import { shownName } from '../cloudfunctions/community/shown-name';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';
import { readersOn } from './people';

const ID = 'e-challenge';
const TITLE = '二十一天，每天读一会儿';
const PLAN: ChallengePlan = { makeUps: 3, steps: [3, 7, 14, 21], teamSize: 6 };
/** It began so many days ago, and has 21. */
const BEGAN = 8;
const DAYS = 21;

export const challengesOn = (today: LocalDate): EventDocument[] => {
  const first = addDays(today, -BEGAN);
  const endsAt = instantOf(addDays(first, DAYS));
  return [
    {
      ...NOTHING_YET,
      ...{ _id: ID, title: TITLE, kind: 'challenge', speaker: '', audience: '全体读者', branchId: 'main' },
      about: ['每天读一会儿，读什么都行。写一句话留给自己，也可以给大家看看。'],
      ...{ place: '线上', quota: 2000, free: 2000, challenge: PLAN },
      startsAt: instantOf(first),
      endsAt,
      opensAt: instantOf(addDays(first, -7), '09:00'),
      closesAt: endsAt,
      terms: { ...DEFAULT_TERMS, way: 'come' },
    },
  ];
};

const CODE = 'YUNX26';
const TEAM = `${ID}_${CODE}`;

/** Who checked in how many days ago; "+": made up. */
const RUNS: Record<string, string[]> = {
  'r-lin': ['1', '2', '3+', '4', '5', '6', '8'],
  'r-shen': ['0', '1', '2', '3', '4', '5', '6', '7', '8'],
  'r-tang': ['0', '2', '4', '6'],
  'r-zhou': ['1', '5'],
  'r-wu': ['0', '1', '2', '3'],
};
const TOGETHER = ['r-lin', 'r-shen', 'r-tang'];

export const challengeRunsOn = (today: LocalDate): ChallengeRunDocument[] =>
  Object.entries(RUNS).map(([readerId, ago]) => {
    const days = ago
      .map((each) => ({ on: addDays(today, -Number.parseInt(each, 10)), madeUp: each.endsWith('+') }))
      .sort((a, b) => (a.on < b.on ? -1 : 1));
    return {
      ...{ _id: `${ID}_${readerId}`, eventId: ID, readerId, title: TITLE, steps: PLAN.steps },
      ...{ days, count: days.length, lastOn: days.at(-1)?.on ?? '', whole: true },
      teamId: TOGETHER.includes(readerId) ? TEAM : '',
      endsOn: addDays(today, DAYS - BEGAN - 1),
    };
  });

export const challengeTeamsOn = (today: LocalDate): ChallengeTeamDocument[] => [
  {
    ...{ _id: TEAM, eventId: ID, code: CODE, name: '栖霞路晨读', members: TOGETHER.length },
    size: PLAN.teamSize,
    endsOn: addDays(today, DAYS - BEGAN - 1),
  },
];

type Said = [readerId: string, ago: number, text: string, status: ChallengeNoteDocument['status']];
const NOTES: Said[] = [
  ['r-shen', 0, '早上六点起来读了二十页，窗外还是黑的。', 'shown'],
  ['r-tang', 2, '和女儿一人读一段，她非要念对话。', 'shown'],
  ['r-wu', 1, '眼睛不好，听着读，也算读了。', 'shown'],
  ['r-lin', 1, '睡前读了两章，舍不得读完。', 'own'],
  ['r-wu', 0, '今天读到结尾，想从头再读一遍。', 'waiting'],
];

export const challengeNotesOn = (today: LocalDate): ChallengeNoteDocument[] => {
  const readers = readersOn(today);
  return NOTES.map(([readerId, ago, text, status]) => {
    const on = addDays(today, -ago);
    const reader = readers.find(({ _id }) => _id === readerId);
    return {
      ...{ _id: `${ID}_${readerId}_${on}`, noteId: `note-${readerId}-${ago}`, eventId: ID, readerId, on },
      ...{ text, titleId: '', book: '', status, why: '', checkedBy: status === 'shown' ? '许清' : '' },
      author: reader && status !== 'own' ? shownName(reader, today) : '',
      at: instantOf(on, '07:40'),
    };
  });
};
