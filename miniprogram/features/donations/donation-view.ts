import type {
  BookCondition,
  BookFate,
  BringingWay,
  DonatedBook,
  Donation,
  DonationRow,
  DonationState,
  GiverNaming,
  LocalDate,
  ThankedFor,
} from '../../../typings/contract';
import { localDateOf, longDate, shortDate } from '../../lib/dates';
import type { Picture } from '../../lib/picture';

type Tone = 'good' | 'soon' | 'urgent' | 'accent' | 'quiet';
const STATES: Record<DonationState, { text: string; tone: Tone }> = {
  offered: { text: '等答复', tone: 'soon' },
  wanted: { text: '等您送来', tone: 'good' },
  declined: { text: '已婉谢', tone: 'quiet' },
  received: { text: '已收到', tone: 'accent' },
  settled: { text: '有了去处', tone: 'accent' },
  withdrawn: { text: '已撤回', tone: 'quiet' },
  lapsed: { text: '没有送到', tone: 'quiet' },
};

export const CONDITIONS: { id: BookCondition; name: string }[] = [
  { id: 'like_new', name: '几乎全新' },
  { id: 'good', name: '有翻阅痕迹' },
  { id: 'worn', name: '旧' },
];
export const WAYS: { id: BringingWay; name: string }[] = [
  { id: 'bring', name: '送到服务台' },
  { id: 'post', name: '邮寄' },
  { id: 'fetch', name: '请馆员来取' },
];
export const NAMINGS: { id: GiverNaming; name: string }[] = [
  { id: 'nobody', name: '不公开' },
  { id: 'masked', name: '只留姓' },
  { id: 'full', name: '真名' },
  { id: 'pen_name', name: '笔名' },
];
/** Of these ways, those that the library lets this reader choose. */
export const namingsAmong = (may: readonly GiverNaming[]): typeof NAMINGS =>
  NAMINGS.filter(({ id }) => may.includes(id));

export const FATES: { id: BookFate; name: string }[] = [
  { id: 'catalogued', name: '入藏' },
  { id: 'drift', name: '图书漂流' },
  { id: 'passed_on', name: '转赠' },
];

const nameIn = <Id extends string>(list: readonly { id: Id; name: string }[], id: Id): string =>
  list.find((each) => each.id === id)?.name ?? '';

export interface DonationRowView {
  donationId: string;
  title: string;
  facts: string;
  tag: { text: string; tone: Tone };
}
export const donationRows = (
  list: readonly (DonationRow & { name?: string })[],
  today: LocalDate,
): DonationRowView[] =>
  list.map(({ donationId, title, copies, state, offeredAt, name = '' }) => ({
    donationId,
    title,
    facts: [name, `共 ${copies} 册`, shortDate(localDateOf(offeredAt), today)].filter(Boolean).join(' · '),
    tag: STATES[state],
  }));

export interface BookView {
  key: number;
  title: string;
  facts: string;
  /** What became of it, or whether it is wanted. */
  word: string;
}
export const bookRows = (books: readonly DonatedBook[], owned: readonly number[] = []): BookView[] =>
  books.map(({ title, author, count, condition, wanted, fate }, key) => ({
    key,
    title,
    facts: [
      author,
      `${count} 册`,
      nameIn(CONDITIONS, condition),
      owned[key] ? `本馆已有 ${owned[key]} 册` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    word: fate ? nameIn(FATES, fate) : wanted === null ? '' : wanted ? '想要' : '不需要',
  }));

interface DonationView extends DonationRowView {
  books: BookView[];
  now: string;
  words: string;
  way: string;
  naming: string;
  canWithdraw: boolean;
  certificate: boolean;
}

const nowWords = ({ state, answer, thanks, bringBy, way }: Donation, today: LocalDate): string => {
  const by = bringBy ? longDate(localDateOf(bringBy), today) : '';
  switch (state) {
    case 'offered':
      return '馆员会看看哪些书馆里需要，尽快答复您。';
    case 'wanted':
      return way === 'fetch' ? `${answer} 馆员会与您约时间。` : `${answer} 请在${by}前送来。`;
    case 'declined':
      return answer;
    case 'received':
    case 'settled':
      return thanks;
    case 'withdrawn':
      return '您撤回了这份捐赠。';
    case 'lapsed':
      return '书没有送到，先不再等了。还想捐的话，随时可以送到服务台。';
  }
};

export const donationView = (it: Donation, today: LocalDate): DonationView => {
  const [row] = donationRows([it], today);
  if (!row) throw new Error('no row was made');
  return {
    ...row,
    books: bookRows(it.books),
    now: nowWords(it, today),
    words: it.words,
    way: nameIn(WAYS, it.way),
    naming: it.naming === 'nobody' ? '致谢里不写您的名字' : `致谢里写：${nameIn(NAMINGS, it.naming)}`,
    canWithdraw: it.acts.includes('withdraw'),
    certificate: it.number !== '',
  };
};

/** For whoever gave: their own name stands on it, whatever others see. */
export const donationCertificate = (it: Donation): Picture => {
  const came = it.books.filter(({ wanted, count }) => wanted === true && count > 0);
  const copies = came.reduce((sum, { count }) => sum + count, 0);
  const [year, month, day] = localDateOf(it.receivedAt).split('-').map(Number);
  const titles = came.map(({ title }) => `《${title}》`).slice(0, 3);
  return {
    says: `捐赠证书：${it.name} 捐赠图书 ${copies} 册`,
    centred: true,
    parts: [
      { kind: 'text', text: '捐赠证书', size: 76, serif: true, bold: true, above: 60 },
      { kind: 'rule', above: 30 },
      { kind: 'text', text: it.name, size: 56, serif: true, bold: true, above: 80 },
      { kind: 'text', text: `向本馆捐赠图书 ${copies} 册`, size: 36, above: 30 },
      {
        ...{ kind: 'text', size: 36, serif: true, above: 20 },
        text: `${titles.join('')}${came.length > titles.length ? '等' : ''}`,
      },
      { kind: 'text', text: '谨致谢忱', size: 36, quiet: true, above: 40 },
      { kind: 'text', text: `编号 ${it.number}`, size: 26, quiet: true, above: 20 },
      { kind: 'seal', text: '书香相伴', above: 60 },
    ],
    foot: `${it.libraryName} · ${year} 年 ${month} 月 ${day} 日`,
  };
};

interface ThanksRow {
  donationId: string;
  by: string;
  what: string;
  when: string;
}
export const thanksRows = (list: readonly ThankedFor[], today: LocalDate): ThanksRow[] =>
  list.map(({ donationId, by, titles, copies, at }) => ({
    donationId,
    by: by || '一位读者',
    what: `${titles
      .slice(0, 3)
      .map((title) => `《${title}》`)
      .join('')}${titles.length > 3 ? '等' : ''}，${copies} 册`,
    when: shortDate(localDateOf(at), today),
  }));
