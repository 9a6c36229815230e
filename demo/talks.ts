import type { SearchStep } from '../typings/contract';
import type {
  OpenTalkDocument,
  TalkDocument,
  TalkLineDocument,
  TalkMarkDocument,
} from '../cloudfunctions/documents';
import { addDays, addMinutes, instantOf } from '../cloudfunctions/kernel/local-date';
import { lineId } from '../cloudfunctions/steps/talks';

interface Told {
  id: string;
  by: string;
  skill: TalkDocument['skill'];
  daysAgo: number;
  at: string;
  state: 'answered' | 'left' | 'closed';
  faces?: number;
  /** `?` the reader, `!` the librarian, `·` what happened. */
  lines: string[];
  /** How the librarian went about it, under the line of this number. */
  steps?: { under: number; steps: SearchStep[] };
}

const LIBRARIAN = { openid: 'o-staff-main', name: '许清' };

/** What readers of the demo have asked: one was answered yesterday, one waits as a message. */
const told: Told[] = [
  {
    id: 'talk-poems',
    by: 'r-lin',
    skill: 'research',
    daysAgo: 1,
    at: '15:20',
    state: 'closed',
    faces: 5,
    lines: [
      '?想给七岁的孩子读唐诗，有没有带拼音和图的版本？',
      '·许清为您解答',
      '!有的。少年儿童馆绘本区有几种注音彩图本，适合刚上学的孩子。',
      '!我是这样找的，您在家也可以再查：',
      '?太好了，周末就去。谢谢！',
      '·解答完毕。一天内还可以接着问',
    ],
    steps: {
      under: 4,
      steps: [
        { kind: 'search', query: '唐诗', filters: { onShelfOnly: true }, found: 2 },
        { kind: 'class', clc: 'I222' },
        { kind: 'title', titleId: 't0113', title: '唐诗三百首', by: '顾青' },
      ],
    },
  },
  {
    id: 'talk-gazetteer',
    by: 'r-shen',
    skill: 'local_history',
    daysAgo: 0,
    at: '07:50',
    state: 'left',
    lines: ['?在写云溪丝织业的文章，馆里有没有民国时期的县志或行业调查？能否复印几页？'],
  },
];

interface Talks {
  talks: TalkDocument[];
  talkLines: TalkLineDocument[];
  talkMarks: TalkMarkDocument[];
  openTalks: OpenTalkDocument[];
}

const sideOf = (line: string): 'reader' | 'staff' | 'library' =>
  line.startsWith('?') ? 'reader' : line.startsWith('!') ? 'staff' : 'library';

function linesOf({ id, by, lines, steps }: Told, askedAt: string): TalkLineDocument[] {
  return lines.map((line, i) => {
    const from = sideOf(line);
    const isStaff = from !== 'reader';
    return {
      _id: lineId(id, i + 1),
      talkId: id,
      readerId: by,
      number: i + 1,
      from,
      by: isStaff ? LIBRARIAN.name : '',
      staffId: isStaff ? LIBRARIAN.openid : '',
      text: line.slice(1),
      card: steps?.under === i + 1 ? { kind: 'steps' as const, steps: steps.steps } : null,
      at: addMinutes(askedAt, 2 * i),
      takenBack: false,
    };
  });
}

function talkOf(one: Told, askedAt: string): TalkDocument {
  const lines = linesOf(one, askedAt);
  const lastOf = (from: TalkLineDocument['from']) =>
    lines.filter((line) => line.from === from).pop()?.at ?? '';
  const isTaken = one.state !== 'left';
  return {
    _id: one.id,
    readerId: one.by,
    openid: '',
    skill: one.skill,
    state: one.state,
    context: null,
    opening: one.lines[0]?.slice(1, 61) ?? '',
    askedAt,
    first: false,
    waitsSince: '',
    takenBy: isTaken ? LIBRARIAN.openid : '',
    takenByName: isTaken ? LIBRARIAN.name : '',
    takenAt: isTaken ? addMinutes(askedAt, 2) : '',
    invited: [],
    askedPlace: 1,
    secondsAPlace: isTaken ? 120 : null,
    lines: lines.length,
    gone: [],
    media: [],
    lastFrom: isTaken ? 'staff' : 'reader',
    lastReaderAt: lastOf('reader'),
    lastStaffAt: lastOf('staff'),
    endedAt: isTaken ? (lines[lines.length - 1]?.at ?? '') : '',
    faces: one.faces ?? null,
  };
}

export function talksOn(today: string): Talks {
  const all = told.map((one) => ({ one, askedAt: instantOf(addDays(today, -one.daysAgo), one.at) }));
  return {
    talks: all.map(({ one, askedAt }) => talkOf(one, askedAt)),
    talkLines: all.flatMap(({ one, askedAt }) => linesOf(one, askedAt)),
    talkMarks: all.map(({ one: { id, by, lines, state } }) => ({
      ...{ _id: id, readerId: by, readerSeen: lines.length, staffSeen: state === 'left' ? 0 : lines.length },
      ...{ readerAt: '', staffAt: '', readerTypesUntil: '', staffTypesUntil: '' },
    })),
    openTalks: told
      .filter(({ state }) => state === 'left')
      .map(({ by, id }) => ({ _id: by, readerId: by, talkId: id })),
  };
}

/** Canned answers of the demo's librarians. */
export const PHRASES = [
  { id: 'phrase-hours', title: '今天的开放时间', text: '{读者}您好，{分馆}今天的开放时间是{开放时间}。' },
  { id: 'phrase-shelf', title: '书在哪里', text: '《{书名}》在{分馆}{架位}，找不到可以问服务台。' },
  {
    id: 'phrase-later',
    title: '查到再回复',
    text: '这个问题要查一查，{日期}前回复您。回复后会通知您，可以先离开。',
  },
];
