import type {
  BranchItems,
  ItemOnPage,
  LocalDate,
  Me,
  TitleFacts,
  TitlePage,
} from '../../../typings/contract';
import { availabilityLine, type AvailabilityLine } from '../../lib/availability';
import { className } from '../../lib/classes';
import { longDate, shortDate } from '../../lib/dates';
import { waitingText } from '../../lib/waiting';

/** Copies that are shown before "显示更多", and how many each further tap adds: 300 copies must not be 300 rows at once. */
export const FIRST_ITEMS = 4;
export const MORE_ITEMS = 20;
const NAMES_SHOWN = 3;

export interface ItemRow {
  barcode: string;
  place: string;
  tone: string;
  text: string;
  detail: string;
}

export interface BranchRow {
  branchId: string;
  name: string;
  count: string;
  tone: string;
  open: boolean;
  items: ItemRow[];
  /** Copies of the branch that are not shown yet. */
  rest: number;
}

export interface Primary {
  kind: 'place' | 'cancel' | 'ready' | 'borrowed' | 'none';
  text: string;
  note: string;
}

export interface TitleView {
  book: TitleFacts;
  subtitle: string;
  people: string;
  peopleRest: number;
  line: AvailabilityLine;
  queue: string;
  facts: { label: string; value: string }[];
  subjects: string[];
  summary: string;
  branches: BranchRow[];
  primary: Primary;
}

export function titleView(page: TitlePage, me: Me | undefined, today: LocalDate): TitleView {
  const { titleId, title, authors, publisher, year, clc } = page;
  const people = namesOf(page);
  const firstOpen = page.branches.findIndex((branch) => branch.onShelf > 0);
  return {
    book: { titleId, title, authors, publisher, year, clc },
    subtitle: page.subtitle,
    people: people.slice(0, NAMES_SHOWN).join(' / '),
    peopleRest: Math.max(0, people.length - NAMES_SHOWN),
    line: standingOf(page, today),
    queue: queueText(page),
    facts: factsOf(page),
    subjects: page.subjects.slice(0, 12),
    summary: page.summary,
    branches: page.branches.map((branch, i) =>
      branchRow(branch, i === Math.max(0, firstOpen), FIRST_ITEMS, today),
    ),
    primary: primaryOf(page, me, today),
  };
}

/** What the title is to this reader now: their own hold matters more than what others can have. */
function standingOf({ availability, myHold }: TitlePage, today: LocalDate): AvailabilityLine {
  const line = availabilityLine(availability, today);
  if (!myHold) return line;
  if (myHold.status === 'ready') {
    const until = myHold.pickUpBy ? `，保留到 ${shortDate(myHold.pickUpBy, today)}` : '';
    return { tone: 'good', text: '可以取书', detail: `${myHold.pickUpBranchName}${until}` };
  }
  const text = myHold.onItsWay ? '书在路上' : `您排第 ${myHold.position} 位`;
  return { tone: 'soon', text, detail: [line.text, line.detail].filter(Boolean).join('，') };
}

export function namesOf(page: TitlePage): string[] {
  if (page.contributors.length > 0) {
    return page.contributors.map(({ name, role }) => (role ? `${name} ${role}` : name));
  }
  return page.authors ? [page.authors] : [];
}

export function branchRow(branch: BranchItems, open: boolean, shown: number, today: LocalDate): BranchRow {
  const items = open ? branch.items.slice(0, shown).map((item) => itemRow(item, today)) : [];
  return {
    branchId: branch.branchId,
    name: branch.branchName,
    count:
      branch.onShelf > 0
        ? `在架 ${branch.onShelf} / 共 ${branch.items.length} 册`
        : `共 ${branch.items.length} 册，均不在架`,
    tone: branch.onShelf > 0 ? 'good' : 'quiet',
    open,
    items,
    rest: open ? branch.items.length - items.length : 0,
  };
}

export function itemRow(item: ItemOnPage, today: LocalDate): ItemRow {
  return {
    barcode: item.barcode,
    place: [item.callNumber, item.shelf].filter(Boolean).join(' · ') || '索书号待补',
    ...statusOf(item, today),
  };
}

function statusOf(item: ItemOnPage, today: LocalDate): { tone: string; text: string; detail: string } {
  switch (item.status) {
    case 'available':
      if (item.use === 'loan') return { tone: 'good', text: '在架', detail: '' };
      return {
        tone: 'quiet',
        text: '馆内阅览',
        detail: item.use === 'on_site' ? '凭证在阅览室使用' : '不外借',
      };
    case 'on_loan':
      return { tone: 'soon', text: '已借出', detail: item.dueOn ? dueOf(item.dueOn, today) : '' };
    case 'on_hold_shelf':
      return { tone: 'accent', text: '预约架', detail: '等读者来取' };
    case 'in_transit':
      return { tone: 'quiet', text: '运送中', detail: '' };
    case 'in_repair':
      return { tone: 'quiet', text: '修补中', detail: '' };
    case 'lost':
      return { tone: 'quiet', text: '遗失', detail: '' };
    case 'withdrawn':
      return { tone: 'quiet', text: '已剔除', detail: '' };
  }
}

function dueOf(dueOn: LocalDate, today: LocalDate): string {
  return dueOn < today ? `逾期未还（应还 ${shortDate(dueOn, today)}）` : `${shortDate(dueOn, today)} 到期`;
}

function queueText(page: TitlePage): string {
  const { waiting, ready } = page.queue;
  const parts = [waiting > 0 ? `${waiting} 人在等` : '', ready > 0 ? `${ready} 册在预约架待取` : ''];
  const own = page.myHold && page.myHold.status === 'waiting' && !page.myHold.onItsWay;
  const wait = page.waitingTime && !own ? `现在预约${waitingText(page.waitingTime)}` : '';
  return [parts.filter(Boolean).join('，'), wait].filter(Boolean).join('。');
}

function factsOf(page: TitlePage): { label: string; value: string }[] {
  const facts = [
    {
      label: '出版',
      value: [page.publisher, page.year > 0 ? `${page.year} 年` : ''].filter(Boolean).join('，'),
    },
    { label: '索书号', value: page.callNumber },
    { label: '分类', value: [page.clc, className(page.clc)].filter(Boolean).join(' ') },
    { label: 'ISBN', value: page.isbns.slice(0, 4).join('、') },
    { label: '语种', value: languageName(page.language) },
  ];
  return facts.filter(({ value }) => value);
}

const LANGUAGES: Record<string, string> = {
  chi: '中文',
  zho: '中文',
  zh: '中文',
  eng: '英文',
  en: '英文',
  jpn: '日文',
  ja: '日文',
  fre: '法文',
  fra: '法文',
  fr: '法文',
  ger: '德文',
  deu: '德文',
  de: '德文',
  rus: '俄文',
  ru: '俄文',
  spa: '西班牙文',
  es: '西班牙文',
  ita: '意大利文',
  kor: '韩文',
  lat: '拉丁文',
  por: '葡萄牙文',
  ara: '阿拉伯文',
};

function languageName(code: string): string {
  return LANGUAGES[code.toLowerCase()] ?? code;
}

/** The one thing to do with this title now. */
export function primaryOf(page: TitlePage, me: Me | undefined, today: LocalDate): Primary {
  const { myHold, myLoan, availability, queue } = page;
  if (myHold?.status === 'ready') {
    const until = myHold.pickUpBy ? `请在 ${longDate(myHold.pickUpBy, today)}前` : '请';
    return { kind: 'ready', text: '查看我的预约', note: `已到馆，${until}到${myHold.pickUpBranchName}取书` };
  }
  if (myHold) {
    const way = myHold.onItsWay ? '，书已在路上' : '';
    return {
      kind: 'cancel',
      text: '取消预约',
      note: `已预约 · 第 ${myHold.position} 位，在${myHold.pickUpBranchName}取书${way}`,
    };
  }
  if (myLoan) {
    return {
      kind: 'borrowed',
      text: '查看我的借阅',
      note: `这本书在您手中，${longDate(myLoan.dueOn, today)}到期`,
    };
  }
  if (availability.items === 0)
    return { kind: 'none', text: '暂不能预约', note: '本馆目前没有可以外借的复本' };
  if (me && !me.reader) return { kind: 'place', text: '预约', note: '预约需要读者证，当场就能办' };
  if (availability.onShelf > queue.waiting)
    return { kind: 'place', text: '预约留书', note: '架上有书，可直接到馆借，也可先留一册' };
  return {
    kind: 'place',
    text: '预约排队',
    note: queue.waiting > 0 ? `前面有 ${queue.waiting} 人在等` : '还回后优先留给您',
  };
}

/** What placing a hold will mean, told before it is done. */
export function honestWords(page: TitlePage, today: LocalDate): string {
  const { availability, queue } = page;
  if (availability.onShelf > queue.waiting) {
    return '架上有书。馆员会取下一册留在您选的取书点，到馆后通知您。';
  }
  const place = `您将排在第 ${queue.waiting + 1} 位。`;
  if (page.waitingTime)
    return `${place}${waitingText(page.waitingTime)}，到书后通知您；前面的读者可能早还或晚还。`;
  const due = availability.nextDueOn;
  if (!due) return `${place}有书还回时按次序留书并通知您，时间无法保证。`;
  if (due < today) return `${place}最早一册已过应还日期，归还时间无法保证，还回后按次序留书并通知您。`;
  return `${place}最早一册 ${shortDate(due, today)}到期，还回后按次序留书并通知您；读者可能续借或晚还。`;
}
