import type {
  CaseDocument,
  FaceCountDocument,
  FigureDocument,
  SurveyDocument,
  SurveySumsDocument,
} from '../cloudfunctions/documents';
import { added, ALL } from '../cloudfunctions/figures/count';
import { noFaces, QUICK_REASONS, weekOf, withFace } from '../cloudfunctions/figures/faces';
import { noSums, SURVEY_QUESTIONS, withAnswers } from '../cloudfunctions/figures/survey';
import { addDays, instantOf, weekdayOf } from '../cloudfunctions/kernel/local-date';
import { pick } from './chance';

const BRANCHES = ['main', 'children', 'linhe'];
const DAYS = 700;
/** Days that a page draws: five weeks, and the same a year before. Of the others only the months stand. */
const isDrawn = (back: number): boolean => back < 45 || (back > 355 && back < 405);

const CATEGORIES = { adult: 40, child: 25, senior: 15, student: 15, researcher: 5 };
const CLASSES = { I: 34, K: 12, J: 11, G: 9, B: 8, T: 8, F: 7, Q: 5, R: 4, O: 2 };
const HOURS = {
  '09': 8,
  '10': 14,
  '11': 10,
  '12': 5,
  '13': 6,
  '14': 11,
  '15': 14,
  '16': 13,
  '17': 9,
  '18': 6,
  '19': 4,
};

/** More than a year of this library in figures, as the log would have been counted. */
export function figuresOn(today: string): FigureDocument[] {
  const all = new Map<string, FigureDocument>();
  const add = (figure: FigureDocument): unknown =>
    all.set(figure._id, added(all.get(figure._id) ?? null, figure));
  for (let back = DAYS; back > 0; back--) {
    const day = addDays(today, -back);
    // Closed on Mondays.
    if (weekdayOf(day) === 1) continue;
    for (const branchId of BRANCHES)
      for (const place of [branchId, ALL]) {
        const of = dayAt(day, branchId, back);
        add({
          ...of,
          _id: `${day.slice(0, 7)}_${place}`,
          span: day.slice(0, 7),
          kind: 'month',
          branchId: place,
        });
        if (isDrawn(back)) add({ ...of, _id: `${day}_${place}`, span: day, kind: 'day', branchId: place });
      }
  }
  return [...all.values()];
}

type DayAt = Pick<FigureDocument, 'counts' | 'byCategory' | 'byClass' | 'byHour' | 'byEvent'>;

/** Busy at weekends, somewhat busier than a year before. */
function dayAt(day: string, branchId: string, back: number): DayAt {
  const growth = back < 200 ? 1.15 : 1;
  const weekday = weekdayOf(day);
  const busy = (weekday === 0 || weekday === 6 ? 26 : 14) * (branchId === 'main' ? 1.4 : 0.7);
  const some = (what: string, below: number): number => pick(`${what} ${day} ${branchId}`, below);
  const came = weekday === 6 || weekday === 0 ? 8 + some('came', 20) : 0;
  const loans = Math.round((busy + some('loans', 9)) * growth);
  const shared = (shares: Record<string, number>): Record<string, number> =>
    parted(loans, Object.entries(shares), some('rest', 100));
  return {
    counts: {
      loans,
      returns: loans - 2 + some('in', 5),
      renewals: some('renew', 8),
      holds: some('hold', 5),
      newCards: some('card', 3),
      talks: some('talk', 2),
      talksAnswered: some('talk', 2),
      ...(came > 0 && { attendances: came, registrations: came + 3, eventsHeld: 1 }),
    },
    ...(came > 0 && { byEvent: { [weekday === 6 ? 'talk' : 'reading_aloud']: came } }),
    byCategory: shared(CATEGORIES),
    byClass: shared(CLASSES),
    byHour: shared(HOURS),
  };
}

/** A number in parts by their shares of a hundred, nothing lost. */
function parted(whole: number, shares: readonly [string, number][], from: number): Record<string, number> {
  const parts: Record<string, number> = {};
  for (let n = 0; n < whole; n++) {
    let place = (from + n * 61) % 100;
    const found = shares.find(([, share]) => (place -= share) < 0) ?? shares[0]!;
    parts[found[0]] = (parts[found[0]] ?? 0) + 1;
  }
  return parts;
}

const WEEKS = 100;
/** Faces of a week by service, each with where it is given. */
const SERVICES = [
  ['visit', 12],
  ['pick_up', 5],
  ['talk', 3],
  ['event', 4],
  ['search', 1],
] as const;
const FACE_CATEGORIES = ['adult', 'adult', 'adult', 'child', 'senior', 'senior', 'student'] as const;

/** What readers said in the weeks that are over: somewhat happier than a year before. */
export const facesOn = (today: string): FaceCountDocument[] =>
  Array.from({ length: WEEKS }, (_, back) => {
    const week = addDays(weekOf(today), -7 * (back + 1));
    return SERVICES.flatMap(([service, often]) =>
      Array.from({ length: often - pick(`often ${week} ${service}`, 2) }, (_each, at) => ({ service, at })),
    ).reduce((faces, { service, at }) => {
      const chance = (what: string, below: number): number => pick(`${what} ${week} ${service} ${at}`, below);
      const isOnline = service === 'talk' || service === 'search';
      const place = {
        service,
        branchId: isOnline ? '' : BRANCHES[chance('where', BRANCHES.length)]!,
        category: FACE_CATEGORIES[chance('who', FACE_CATEGORIES.length)]!,
      };
      const mood = chance('face', 100) + (back < 52 ? 6 : 0) - (service === 'search' ? 30 : 0);
      const face = mood < 8 ? 'one' : mood < 20 ? 'two' : mood < 34 ? 'three' : mood < 62 ? 'four' : 'five';
      const reasons = mood < 20 ? [QUICK_REASONS[chance('why', QUICK_REASONS.length)]!] : [];
      return withFace(faces, place, { [face]: 1 }, reasons);
    }, noFaces(week));
  });

/** Last year's questionnaire with what came out, and this year's. */
export const surveysOn = (today: string): SurveyDocument[] => {
  const year = Number(today.slice(0, 4));
  const questions = SURVEY_QUESTIONS.map((each, at) => ({ ...each, questionId: `q${at + 1}` }));
  return [
    { _id: String(year - 1), opensOn: `${year - 1}-11-01`, closesOn: `${year - 1}-11-30`, questions },
    { _id: String(year), opensOn: addDays(today, -9), closesOn: `${year}-12-31`, questions },
  ];
};

export const surveySumsOn = (today: string): SurveySumsDocument[] => {
  const year = Number(today.slice(0, 4));
  const of = (which: number, readers: number): SurveySumsDocument =>
    Array.from({ length: readers }, (_, reader) =>
      SURVEY_QUESTIONS.map((_question, at) => {
        const some = (what: string, below: number): number => pick(`${what} ${which} ${reader} ${at}`, below);
        const least = 4 + some('least', 3);
        return {
          questionId: `q${at + 1}`,
          least,
          wished: Math.min(9, least + 1 + some('wished', 3)),
          seen: Math.min(9, Math.max(1, 4 + some('seen', 4) + (at % 3 === 1 ? -1 : 1) - (at === 4 ? 2 : 0))),
        };
      }),
    ).reduce(withAnswers, noSums(String(which), 0));
  return [of(year - 1, 214), of(year, 57)];
};

/** Opinions that wait, and one that was answered. */
export function casesOn(today: string): CaseDocument[] {
  const open = (
    id: string,
    daysAgo: number,
    words: string,
    change: Partial<CaseDocument> = {},
  ): CaseDocument => ({
    _id: id,
    readerId: 'r-lin',
    service: 'visit',
    branchId: BRANCHES[0]!,
    words,
    state: 'open',
    unsure: false,
    again: 0,
    at: instantOf(addDays(today, -daysAgo), '16:20'),
    dueOn: addDays(today, 5 - daysAgo),
    ...{ owner: '', ownerName: '', answer: '', answeredAt: '', endedAt: '' },
    ...change,
  });
  return [
    open('case-drop', 6, '还书箱晚上满了放不进去，能不能多清一次？'),
    open('case-lamp', 2, '三楼靠窗第二排的台灯坏了两周了。'),
    open('case-noise', 12, '周末儿童区声音太大，自习的人没法看书。', {
      state: 'answered',
      answer: '已把周末的故事会移到一楼活动室，自习区加了提示牌。',
      answeredAt: instantOf(addDays(today, -9), '10:00'),
    }),
  ];
}
