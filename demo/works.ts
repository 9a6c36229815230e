import type { CallDocument, JudgeSheetDocument, WorkDocument } from '../cloudfunctions/documents';
import type { CallDraft } from '../typings/contract/works';
import { ranking } from '../cloudfunctions/community/judging';
import { isShown, signedBy } from '../cloudfunctions/community/works';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';
import { opaqueId } from '../cloudfunctions/kernel/opaque-id';
import { people } from './people';

/** A contest that is decided, one that is being judged, one that is open, and a reading aloud. */

const JUDGES = [
  { openid: 'o-staff-main', name: '许清' },
  { openid: 'o-staff-children', name: '方晓棠' },
  { openid: 'o-staff-linhe', name: '韩松' },
].map((judge) => ({ judgeId: opaqueId(judge.openid), ...judge }));

const AGES = [
  { id: 'g1', name: '少儿组', minAge: null, maxAge: 14 },
  { id: 'g2', name: '成人组', minAge: 15, maxAge: null },
];
const CRITERIA = [
  { id: 'c1', name: '立意', most: 40, weight: 40 },
  { id: 'c2', name: '文笔', most: 30, weight: 30 },
  { id: 'c3', name: '真情', most: 30, weight: 30 },
];
const PRIZES = [
  { name: '一等奖', upTo: 1 },
  { name: '二等奖', upTo: 3 },
];

type Plan = Pick<CallDocument, '_id' | 'title' | 'about' | 'state'> &
  Partial<CallDraft> & { opens: number; closes: number; judges: number };

const plan = (given: Plan, today: string): CallDocument => {
  const { opens, closes, judges, ...said } = given;
  return {
    ...{ kind: 'contest', takes: 'text', longest: 3000, pictures: 0, seconds: 300, groups: AGES },
    ...{ criteria: CRITERIA, prizes: PRIZES, dropExtremes: true, wideSpread: 20 },
    ...{
      opensAt: instantOf(addDays(today, opens), '09:00'),
      closesAt: instantOf(addDays(today, closes), '18:00'),
    },
    ...{ why: '', judges: JUDGES.slice(0, judges), results: [], decidedAt: null, untold: false, version: 3 },
    ...said,
  };
};

const PLANS: Plan[] = [
  {
    ...{ _id: 'call-library', title: '我和图书馆', state: 'announced', opens: -12, closes: 16, judges: 2 },
    about: [
      '写一写您和图书馆的故事：第一张读者证、一位馆员、一本读了很多遍的书，都可以。',
      '体裁不限，诗歌除外。每人一篇，截止前可以反复修改。',
    ],
  },
  {
    ...{ _id: 'call-autumn', title: '秋天的信', state: 'announced', opens: -45, closes: -3, judges: 3 },
    about: ['给一个人、一棵树或者去年的自己写一封信。'],
  },
  {
    ...{ _id: 'call-river', title: '云溪河边', state: 'decided', opens: -120, closes: -60, judges: 3 },
    about: ['写云溪河，写河边的人和事。'],
  },
  {
    ...{ _id: 'call-aloud', title: '睡前读一首诗', state: 'announced', opens: -9, closes: 21, judges: 0 },
    ...{ kind: 'reading_aloud', takes: 'recording', longest: 300, criteria: [], prizes: [] },
    groups: [{ id: 'g1', name: '不分组', minAge: null, maxAge: null }],
    about: ['选一首您喜欢的诗，读给睡前的孩子听。五分钟以内，读前先说题目和作者。'],
  },
];

interface Told {
  workId: string;
  callId: string;
  by: string;
  title: string;
  text: string[];
  pen?: string;
  full?: true;
  hidden?: true;
  state?: WorkDocument['state'];
  why?: string;
  /** Points of each judge, by criteria. */
  marks?: [number, number, number][];
}

const TOLD: Told[] = [
  {
    ...{ workId: '3f7a-river-ferry', callId: 'call-river', by: 'r-wu', title: '摆渡人老曹', full: true },
    text: [
      '小时候过云溪河没有桥，只有老曹的一条船。船是平底的，船头拴一只铜铃，风一吹就响。',
      '老曹不收学生的钱。他说，读书人过河，河也高兴。那年发大水，他把我们七个孩子一个一个背上岸，最后一个是我。',
      '后来桥修好了，老曹把铜铃挂在桥头。每次走过去，我都觉得脚下还晃着一条船。',
    ],
    marks: [
      [38, 27, 29],
      [37, 28, 28],
      [39, 26, 29],
    ],
  },
  {
    ...{ workId: '8c21-river-night', callId: 'call-river', by: 'r-zhao', title: '夜跑的人', pen: '一叶' },
    text: [
      '晚上九点，河边只剩下跑步的人和钓鱼的人。跑步的人以为自己在追什么，钓鱼的人知道自己在等什么。',
      '我跑了三年，从来没有跑赢过那盏最远的路灯。',
    ],
    marks: [
      [33, 27, 24],
      [35, 25, 25],
      [32, 27, 25],
    ],
  },
  {
    ...{ workId: 'b04e-river-wash', callId: 'call-river', by: 'r-xu', title: '埠头', hidden: true },
    text: ['外婆在埠头洗了一辈子衣服。'],
    marks: [
      [33, 24, 28],
      [20, 18, 16],
      [34, 23, 28],
    ],
  },
  {
    ...{ workId: '51d9-river-frog', callId: 'call-river', by: 'r-yinuo', title: '青蛙的家', pen: '小诺' },
    text: ['河边的石头底下住着一只青蛙。我给它取名叫点点。妈妈说它冬天要睡觉，我就把石头盖好，不吵它。'],
    marks: [
      [36, 26, 29],
      [34, 27, 28],
      [37, 25, 29],
    ],
  },
  {
    ...{ workId: 'e6b3-autumn-tree', callId: 'call-autumn', by: 'r-shen', title: '给院里的银杏' },
    text: ['你今年黄得比去年早了四天。我在日历上记着。'],
    marks: [
      [34, 26, 25],
      [36, 27, 26],
    ],
  },
  {
    ...{ workId: '29aa-autumn-self', callId: 'call-autumn', by: 'r-zhou', title: '给去年的我' },
    text: ['你担心的那件事没有发生。你没担心的那件发生了，也过去了。'],
    marks: [
      [36, 28, 28],
      [22, 20, 18],
    ],
  },
  {
    ...{ workId: '7d10-library-card', callId: 'call-library', by: 'r-lin', title: '第一张读者证' },
    text: ['读者证是爷爷带我去办的。照片上的我缺了一颗门牙。'],
    ...{ state: 'returned', why: '写得很好。结尾好像没有写完，是不是漏贴了一段？补上再提交就行。' },
  },
  {
    ...{
      workId: '94cf-library-seat',
      callId: 'call-library',
      by: 'r-tang',
      title: '靠窗的位子',
      state: 'sent',
    },
    text: ['三楼靠窗第四个位子，下午四点有一块光。'],
  },
];

const work = (told: Told, calls: readonly CallDocument[], today: string): WorkDocument => {
  const { workId, callId, by, title, text, pen = '', full, hidden, state = 'admitted', why = '' } = told;
  const signature = {
    publish: hidden !== true,
    signedAs: pen ? ('pen_name' as const) : full ? ('full' as const) : ('masked' as const),
    penName: pen,
  };
  const words = { title, text: text.join('\n'), media: [] };
  const call = calls.find(({ _id }) => _id === callId);
  const person = people.find(({ id }) => id === by);
  const group =
    person && person.age <= 14 && call?.kind === 'contest' ? 'g1' : (call?.groups.at(-1)?.id ?? '');
  return {
    ...{ _id: `${callId}_${by}`, workId, callId, readerId: by, state, group, draft: words, sent: words, why },
    ...signature,
    by: signedBy(signature, person?.name ?? ''),
    changedAt: instantOf(addDays(today, -2), '20:10'),
    ...{ version: 1, barred: false, shown: isShown({ state, publish: signature.publish }) },
    ...{ reported: false, reports: [] },
  };
};

const sheets = (calls: readonly CallDocument[], today: string): JudgeSheetDocument[] =>
  calls.flatMap((call) =>
    call.judges.map(({ judgeId }, n): JudgeSheetDocument => {
      const marked = TOLD.filter(({ callId, marks }) => callId === call._id && marks?.[n]);
      const at = instantOf(addDays(today, -1), '15:20');
      const marks = marked.map(({ workId, marks: all = [] }) => {
        const [c1 = 0, c2 = 0, c3 = 0] = all[n] ?? [];
        return [workId, { points: { c1, c2, c3 }, abstain: false, comment: '', at }] as const;
      });
      return {
        ...{ _id: `${call._id}_${judgeId}`, callId: call._id, judgeId },
        ...{ closed: call.state === 'decided', marks: Object.fromEntries(marks) },
      };
    }),
  );

export function worksOn(today: string) {
  const calls = PLANS.map((each) => plan(each, today));
  const works = TOLD.map((told) => work(told, calls, today));
  const judgeSheets = sheets(calls, today);
  const decided = calls.map((call): CallDocument => {
    if (call.state !== 'decided') return call;
    const own = works.filter(({ callId }) => callId === call._id);
    const list = ranking(
      call,
      own,
      judgeSheets.filter(({ callId }) => callId === call._id),
    );
    const results = list.map(({ workId, rank, prize, score }) => ({ workId, rank, prize, score }));
    return { ...call, results, decidedAt: instantOf(addDays(today, -50), '10:00') };
  });
  return { calls: decided, works, judgeSheets };
}
