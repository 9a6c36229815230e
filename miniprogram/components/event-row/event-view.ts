import type { EventSummary, LocalDate } from '../../../typings/contract';
import { clock, daysBetween, localDateOf, longDate, weekday } from '../../lib/dates';

export const kindNames: Record<EventSummary['kind'], string> = {
  talk: '讲座',
  salon: '沙龙',
  festival: '阅读节',
  training: '培训',
  reading_aloud: '故事会',
  contest: '征文比赛',
  quiz: '知识竞答',
  challenge: '阅读打卡',
  drifting: '图书漂流',
  donation: '赠书',
  exhibition: '展览',
};

/** Held on the phone, over days. */
export const isPlayed = (kind: string): boolean => kind === 'quiz' || kind === 'challenge';

export interface Places {
  tone: 'good' | 'soon' | 'accent' | 'urgent' | 'quiet';
  /** The state in words; the mark stands beside the colour. */
  text: string;
  icon: string;
  /** How full it is, 0–100; -1 where that no longer matters. */
  percent: number;
}

/** Few are left when it is worth deciding now. */
const FEW = 5;

/** What one needs to know about the places of an event: what can be done, or why not. */
export function placesOf(event: EventSummary, now: number): Places {
  const left = event.free;
  const percent = event.quota > 0 ? Math.min(100, Math.round((event.registered / event.quota) * 100)) : 0;
  if (event.registration === 'cancelled')
    return { tone: 'urgent', text: '已取消', icon: 'close', percent: -1 };
  if (now >= Date.parse(event.endsAt)) {
    const text = event.registration === 'registered' ? '已结束 · 您报过名' : '已结束';
    return { tone: 'quiet', text, icon: 'clock', percent: -1 };
  }
  switch (event.registration) {
    case 'registered':
      return { tone: 'accent', text: '已报名', icon: 'check', percent: -1 };
    case 'offered':
      return { tone: 'urgent', text: '有名额了，请确认', icon: 'clock', percent: -1 };
    case 'waiting':
      return { tone: 'accent', text: '候补中', icon: 'clock', percent: -1 };
    case 'entered':
      return { tone: 'accent', text: '已参加抽签', icon: 'ticket', percent: -1 };
    case 'may_enter':
      return { tone: 'good', text: `抽签，${event.quota} 个名额`, icon: 'ticket', percent: -1 };
    case 'come':
      return {
        tone: 'good',
        text: isPlayed(event.kind) ? '不用报名，在线参加' : '不用报名，直接来',
        icon: 'people',
        percent: -1,
      };
    case 'may_wait':
      return { tone: 'quiet', text: '名额已满，可候补', icon: 'people', percent: 100 };
    case 'not_for_you':
      return { tone: 'quiet', text: '不适合当前读者证', icon: 'people', percent: -1 };
    case 'open':
      return left <= FEW
        ? { tone: 'soon', text: `仅剩 ${left} 个名额`, icon: 'people', percent }
        : { tone: 'good', text: `还有 ${left} 个名额`, icon: 'people', percent };
    case 'full':
      return { tone: 'quiet', text: '名额已满', icon: 'people', percent: 100 };
    case 'not_yet':
      return { tone: 'quiet', text: '报名未开始', icon: 'clock', percent: -1 };
    case 'closed':
      return {
        tone: 'quiet',
        text: now >= Date.parse(event.startsAt) ? '正在进行' : '报名已截止',
        icon: 'clock',
        percent: -1,
      };
  }
}

export interface EventRow {
  eventId: string;
  title: string;
  kind: string;
  month: string;
  day: string;
  weekday: string;
  when: string;
  where: string;
  places: Places;
  /** Over or cancelled: shown, but not offered. */
  past: boolean;
}

/** An event in a list: only what is drawn goes through setData. */
export function eventRow(event: EventSummary, today: LocalDate, now: number): EventRow {
  const date = localDateOf(event.startsAt);
  const lastDay = localDateOf(event.endsAt);
  const end = lastDay === date ? clock(event.endsAt) : longDate(lastDay, today);
  const away = daysBetween(today, date);
  const places = placesOf(event, now);
  return {
    eventId: event.eventId,
    title: event.title,
    kind: kindNames[event.kind],
    month: `${Number(date.slice(5, 7))}月`,
    day: String(Number(date.slice(8))),
    weekday: away === 0 ? '今天' : away === 1 ? '明天' : weekday(date),
    when: `${clock(event.startsAt)}–${end}`,
    where: [event.branchName, event.place].filter(Boolean).join(' · '),
    places,
    past: event.registration === 'cancelled' || now >= Date.parse(event.endsAt),
  };
}
