import type { DeliveryDocument } from '../cloudfunctions/documents';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';
import { STATEMENT_VERSION } from '../cloudfunctions/reference/delivery-rules';

type Step = [act: DeliveryDocument['steps'][number]['act'], daysAgo: number, at: string];

interface Told extends Pick<DeliveryDocument, 'kind' | 'state'> {
  id: string;
  by: string;
  wanted: Partial<DeliveryDocument['wanted']> & { title: string };
  steps: Step[];
  cost?: number;
  sources?: [name: string, outcome: DeliveryDocument['sources'][number]['outcome'], note: string][];
  unfilled?: DeliveryDocument['unfilled'];
}

const LIBRARIAN = { openid: 'o-staff-main', name: '许清' };
const BY_STAFF = ['search', 'tell_cost', 'obtain', 'deliver', 'refuse'];

/** What readers of the demo asked the library to get from elsewhere. */
const told: Told[] = [
  {
    id: 'delivery-silk',
    by: 'r-shen',
    kind: 'article',
    state: 'cost_told',
    wanted: {
      title: '近代江南丝织业的地方行会',
      author: '陆景行',
      within: '经济史研究',
      year: '2011',
      volume: '34(2)',
      pages: '88-104',
    },
    cost: 600,
    steps: [
      ['ask', 3, '09:20'],
      ['search', 3, '10:05'],
      ['tell_cost', 1, '15:40'],
    ],
    sources: [
      ['云溪学院图书馆', 'has_not', ''],
      ['省图书馆文献提供中心', 'has', '17 页，6 元'],
    ],
  },
  {
    id: 'delivery-gazetteer',
    by: 'r-shen',
    kind: 'book',
    state: 'asked',
    wanted: {
      title: '云溪县工商调查（民国二十三年）',
      author: '县政府统计室',
      year: '1934',
      note: '写文章要用，月底前看到就好。',
    },
    steps: [['ask', 0, '08:30']],
  },
  {
    id: 'delivery-looms',
    by: 'r-shen',
    kind: 'chapter',
    state: 'closed',
    wanted: {
      title: '提花机的图样与口诀',
      author: '顾素琴',
      within: '丝绸工艺史论集',
      year: '2006',
      pages: '141-160',
    },
    steps: [
      ['ask', 20, '14:00'],
      ['search', 20, '16:30'],
      ['obtain', 17, '11:10'],
      ['deliver', 17, '11:10'],
      ['close', 15, '20:45'],
    ],
    sources: [['省图书馆文献提供中心', 'has', '']],
  },
  {
    id: 'delivery-poems',
    by: 'r-lin',
    kind: 'article',
    state: 'unfilled',
    wanted: { title: '儿童诵读唐诗的节奏实验', author: '方舟', within: '语文教学通讯', year: '1998' },
    steps: [
      ['ask', 12, '19:05'],
      ['search', 11, '09:40'],
      ['refuse', 8, '10:20'],
    ],
    unfilled: { reason: 'not_found_as_cited', next: '1998 年各期没有这一篇，您可以再核对一下刊名或年份。' },
  },
];

const NOTHING = { author: '', within: '', year: '', volume: '', pages: '', isbn: '', doi: '', note: '' };
const ENDED = ['closed', 'unfilled', 'cancelled'];

export function deliveriesOn(today: string): DeliveryDocument[] {
  return told.map(({ id, by, kind, state, wanted, steps, cost = 0, sources = [], unfilled = null }) => {
    const done = steps.map(([act, daysAgo, at]) => ({
      act,
      at: instantOf(addDays(today, -daysAgo), at),
      by: BY_STAFF.includes(act) ? LIBRARIAN.name : '',
    }));
    const askedAt = done[0]?.at ?? '';
    const last = done[done.length - 1]?.at ?? askedAt;
    const isTaken = steps.length > 1;
    return {
      _id: id,
      readerId: by,
      kind,
      wanted: { ...NOTHING, ...wanted },
      state,
      since: last,
      askedAt,
      statement: { version: STATEMENT_VERSION, at: askedAt },
      talkId: '',
      takenBy: isTaken ? LIBRARIAN.openid : '',
      takenByName: isTaken ? LIBRARIAN.name : '',
      sources: sources.map(([name, outcome, note]) => ({
        ...{ name, outcome, note },
        ...{ at: last, by: LIBRARIAN.name },
      })),
      cost,
      agreed: null,
      file: null,
      loan: null,
      unfilled,
      toldLate: false,
      endedAt: ENDED.includes(state) ? last : '',
      steps: done,
    };
  });
}
