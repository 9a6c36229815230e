import type {
  LocalDate,
  MediaState,
  SearchStep,
  Talk,
  TalkCard,
  TalkCardRow,
  TalkContext,
  TalkHours,
  TalkLine,
  TalkSkill,
  TalkState,
} from '../../../typings/contract';
import { className } from '../../lib/classes';
import { moment } from '../../lib/dates';
import { filterWords } from '../../lib/search-words';
import { mediaRow, ownMediaRow, type Links, type MediaRow } from './media-row';
import type { Unsent } from './outbox';

/** What can be asked about, in the words of readers; `librarian` in those of staff. */
export const SKILLS: { id: TalkSkill; name: string; hint: string }[] = [
  { id: 'general', name: '借阅与服务', hint: '借还、办证、费用、开放时间' },
  { id: 'research', name: '查资料', hint: '找书找文章、数据库、检索' },
  { id: 'local_history', name: '地方文献', hint: '本地历史、家谱、老照片' },
  { id: 'children', name: '少儿阅读', hint: '给孩子选书、亲子活动' },
  { id: 'technique', name: '手机与设备', hint: '小程序、打印、自助机' },
];

export const skillName = (skill: TalkSkill): string => SKILLS.find(({ id }) => id === skill)?.name ?? '';

/** Something to be opened. `id`: of a title, a class, a database; of a search or a request its words. */
interface CardRow {
  kind: SearchStep['kind'] | 'delivery';
  title: string;
  note: string;
  id: string;
  /** Of a whole search or a request, as JSON; of a database what was searched for there. '' for none. */
  filters: string;
}

export interface LineRow {
  key: string;
  number: number;
  /** On which side it stands; `middle`: what happened; `note`: for colleagues. */
  side: 'me' | 'other' | 'middle' | 'note';
  by: string;
  text: string;
  card: CardRow | null;
  media: MediaRow | null;
  /** How a librarian went about it, in the order in which it was done. */
  steps: CardRow[];
  /** Said above the line where some time has passed; "". */
  when: string;
  /** Under one's own last line: what became of it. */
  mark: string;
  /** Of one that the library did not take: why. */
  no: string;
  mayTakeBack: boolean;
}

const PAUSE_MS = 5 * 60_000;
const TAKE_BACK_MS = 2 * 60_000;

function cardRow(card: TalkCard | null): CardRow | null {
  if (card?.kind === 'title') return stepRow(card);
  if (card?.kind === 'delivery') {
    const { document } = card;
    const { title, author, within, year } = document;
    const note = [author, within, year, '点开确认后提交'].filter(Boolean).join(' · ');
    return {
      kind: 'delivery',
      title: `文献传递：${title}`,
      note,
      id: title,
      filters: JSON.stringify(document),
    };
  }
  if (card?.kind !== 'search') return null;
  const { text, onShelf } = card;
  const note = onShelf ? '只看在架 · 点开再查一次' : '点开再查一次';
  return { kind: 'search', title: text, note, id: text, filters: '' };
}

function stepRow(step: SearchStep): CardRow {
  switch (step.kind) {
    case 'search': {
      const { query, filters, found } = step;
      const note = [filterWords(filters), found > 0 ? `找到 ${found} 种` : '没有找到']
        .filter(Boolean)
        .join(' · ');
      return { kind: 'search', title: `检索“${query}”`, note, id: query, filters: JSON.stringify(filters) };
    }
    case 'class':
      return {
        kind: 'class',
        title: `分类 ${step.clc}`,
        note: className(step.clc),
        id: step.clc,
        filters: '',
      };
    case 'title':
      return { kind: 'title', title: step.title, note: step.by, id: step.titleId, filters: '' };
    case 'resource':
      return {
        kind: 'resource',
        title: step.name,
        note: step.words ? `在里面检索：${step.words}` : '数据库与特色馆藏',
        id: step.resourceId,
        filters: step.words ?? '',
      };
  }
}

/** The lines of a talk as one side sees them, oldest first. `now`: moment of the phone, ms. */
export function lineRows(
  list: readonly TalkLine[],
  {
    side,
    talk,
    today,
    now,
    links,
  }: { side: 'reader' | 'staff'; talk: Talk; today: LocalDate; now: number; links: Links },
): LineRow[] {
  const states = new Map(talk.media.map(({ mediaId, state }) => [mediaId, state]));
  const lastOwn = Math.max(0, ...list.filter(({ from }) => from === side).map(({ number }) => number));
  return list.map((line, i) => {
    const before = list[i - 1];
    const passed = before ? Date.parse(line.at) - Date.parse(before.at) : Infinity;
    const isOwn = line.from === side;
    const takenBack = line.takenBack || talk.gone.includes(line.number);
    return {
      key: String(line.number),
      number: line.number,
      side:
        takenBack || line.from === 'library'
          ? 'middle'
          : line.from === 'note'
            ? 'note'
            : isOwn
              ? 'me'
              : 'other',
      by: line.by,
      text: takenBack ? `${isOwn ? '您' : line.by || '读者'}撤回了一句` : line.text,
      card: takenBack ? null : cardRow(line.card),
      media: takenBack
        ? null
        : mediaRow(line.card, {
            ...{ state: stateOf(line.card, states), isOwn, links, judges: side === 'staff' },
          }),
      steps: !takenBack && line.card?.kind === 'steps' ? line.card.steps.map(stepRow) : [],
      when: passed > PAUSE_MS ? moment(line.at, today) : '',
      mark: isOwn && !takenBack && line.number === lastOwn && talk.seenByOther >= line.number ? '已读' : '',
      no: '',
      mayTakeBack: isOwn && !takenBack && now - Date.parse(line.at) < TAKE_BACK_MS,
    };
  });
}

const stateOf = (card: TalkCard | null, states: ReadonlyMap<string, MediaState>): MediaState | undefined =>
  card?.kind === 'media' ? states.get(card.mediaId) : undefined;

/** What waits on this phone, behind all that has arrived. */
export function unsentRows(list: readonly Unsent[]): LineRow[] {
  return list.map(({ id, text, no, ...rest }) => ({
    ...{ key: id, number: 0, side: 'me' as const, by: '', text, card: null, steps: [], when: '' },
    ...{ media: ownMediaRow({ id, ...rest }), mark: no ? '' : '正在发送', no, mayTakeBack: false },
  }));
}

/** What stands at the head of a talk for its reader. */
export function stateWords({ state, wait, librarian, otherTypes }: Talk): { text: string; note: string } {
  switch (state) {
    case 'waiting': {
      const range = wait?.minutes ? `，约 ${wait.minutes.from}–${wait.minutes.to} 分钟` : '';
      return {
        text: wait ? `排在第 ${wait.place} 位${range}` : '正在等馆员接待',
        note: '可以先离开，回复后会通知您',
      };
    }
    case 'talking':
      return { text: otherTypes ? `${librarian}正在输入…` : `${librarian}为您解答`, note: '' };
    case 'left':
      return { text: '已转为留言', note: '馆员上班后回复，会通知您' };
    case 'answered':
      return { text: '解答完毕', note: '一天内还可以接着问' };
    case 'closed':
      return { text: '咨询已结束', note: '' };
  }
}

export function contextWords(context: TalkContext | null): string {
  if (!context) return '';
  if (context.kind === 'title') return `《${context.title}》`;
  return context.kind === 'search' ? `检索“${context.text}”` : context.words;
}

export function hoursWords({ open, today, staffed }: TalkHours): string {
  if (open)
    return staffed
      ? '馆员在线，通常几分钟内回复。'
      : '现在没有馆员在线；没人接待的会转为留言，回复后通知您。';
  return today
    ? `今天 ${today} 有馆员解答；现在发来的作为留言，回复后通知您。`
    : '现在是休息时间；发来的作为留言，上班后回复并通知您。';
}

const STATES: Record<TalkState, { text: string; tone: 'good' | 'soon' | 'quiet' }> = {
  waiting: { text: '排队中', tone: 'soon' },
  talking: { text: '解答中', tone: 'good' },
  left: { text: '留言', tone: 'soon' },
  answered: { text: '已解答', tone: 'quiet' },
  closed: { text: '已结束', tone: 'quiet' },
};

interface TalkRow {
  talkId: string;
  opening: string;
  facts: string;
  tag: { text: string; tone: 'good' | 'soon' | 'quiet' };
  unseen: boolean;
}

export function talkRows(list: readonly TalkCardRow[], today: LocalDate): TalkRow[] {
  return list.map(({ talkId, opening, skill, lastAt, state, unseen }) => ({
    talkId,
    opening: opening || '（已撤回）',
    facts: `${skillName(skill)} · ${moment(lastAt, today)}`,
    tag: unseen ? { text: '有新回复', tone: 'good' } : STATES[state],
    unseen,
  }));
}
