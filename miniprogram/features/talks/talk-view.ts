import type {
  DeskTalkRow,
  LocalDate,
  Talk,
  TalkCard,
  TalkCardRow,
  TalkContext,
  TalkHours,
  TalkLine,
  TalkSkill,
  TalkState,
} from '../../../typings/contract';
import { daysBetween, localDateOf, moment } from '../../lib/dates';

/** What can be asked about, in the words of readers; `librarian` in those of staff. */
export const SKILLS: { id: TalkSkill; name: string; hint: string }[] = [
  { id: 'general', name: '借阅与服务', hint: '借还、办证、费用、开放时间' },
  { id: 'research', name: '查资料', hint: '找书找文章、数据库、检索' },
  { id: 'local_history', name: '地方文献', hint: '本地历史、家谱、老照片' },
  { id: 'children', name: '少儿阅读', hint: '给孩子选书、亲子活动' },
  { id: 'technique', name: '手机与设备', hint: '小程序、打印、自助机' },
];

export const skillName = (skill: TalkSkill): string => SKILLS.find(({ id }) => id === skill)?.name ?? '';

export interface LineRow {
  key: string;
  number: number;
  /** On which side it stands; `middle`: what happened; `note`: for colleagues. */
  side: 'me' | 'other' | 'middle' | 'note';
  by: string;
  text: string;
  card: { kind: TalkCard['kind']; title: string; note: string; id: string } | null;
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

function cardRow(card: TalkCard | null): LineRow['card'] {
  if (!card) return null;
  return card.kind === 'title'
    ? { kind: 'title', title: card.title, note: card.by, id: card.titleId }
    : {
        kind: 'search',
        title: card.text,
        note: card.onShelf ? '只看在架 · 点开再查一次' : '点开再查一次',
        id: card.text,
      };
}

/** The lines of a talk as one side sees them, oldest first. `now`: moment of the phone, ms. */
export function lineRows(
  list: readonly TalkLine[],
  { side, talk, today, now }: { side: 'reader' | 'staff'; talk: Talk; today: LocalDate; now: number },
): LineRow[] {
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
      when: passed > PAUSE_MS ? moment(line.at, today) : '',
      mark: isOwn && !takenBack && line.number === lastOwn && talk.seenByOther >= line.number ? '已读' : '',
      no: '',
      mayTakeBack: isOwn && !takenBack && now - Date.parse(line.at) < TAKE_BACK_MS,
    };
  });
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

export interface DeskRow {
  talkId: string;
  opening: string;
  facts: string;
  tag: { text: string; tone: 'urgent' | 'soon' | 'quiet' } | null;
}

/** "等了 4 分钟", "等了 2 天". */
function waited(since: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  if (minutes < 60) return `等了 ${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `等了 ${hours} 小时`;
  return `等了 ${daysBetween(localDateOf(since), localDateOf(now))} 天`;
}

/** A row of the queue. `now`: moment of the phone, ms. */
export function deskRows(list: readonly DeskTalkRow[], now: number): DeskRow[] {
  return list.map(
    ({ talkId, opening, readerName, skill, state, askedAt, librarian, mine, unanswered, first }) => {
      const isOthers = state === 'talking' && !mine;
      return {
        talkId,
        opening: opening || '（已撤回）',
        facts: [
          readerName,
          skillName(skill),
          isOthers ? `${librarian}在接待` : state === 'talking' ? '' : waited(askedAt, now),
        ]
          .filter(Boolean)
          .join(' · '),
        tag: first
          ? { text: '被退回，先接', tone: 'urgent' }
          : mine && unanswered
            ? { text: '等您回复', tone: 'soon' }
            : null,
      };
    },
  );
}

/** What stands at the head of a talk for staff. */
export function deskStateWords(
  { state, mine, librarian, otherTypes }: Talk & { mine: boolean },
  since: string,
): string {
  if (mine && otherTypes) return '读者正在输入…';
  if (state === 'talking') return mine ? '您在接待' : `${librarian}在接待`;
  return {
    waiting: `排队中，${since}提问`,
    left: `留言，${since}提问`,
    answered: '已解答',
    closed: '已结束',
  }[state];
}
