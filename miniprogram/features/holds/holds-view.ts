import type { Hold, HoldsApi, LocalDate, TitleFacts } from '../../../typings/contract';
import { daysBetween, localDateOf, longDate } from '../../lib/dates';

export interface HoldRow {
  holdId: string;
  title: TitleFacts;
  ready: boolean;
  tone: string;
  icon: string;
  tag: string;
  where: string;
  /** Until when it waits on the shelf, or since when the reader waits. */
  when: string;
  urgent: boolean;
}

export interface HoldsView {
  list: HoldRow[];
  count: string;
  readyCount: number;
}

/** Ready ones first, each by what comes soonest. */
export function holdsView(answer: ReturnType<HoldsApi['holds.list']>, today: LocalDate): HoldsView {
  const rank = (hold: Hold) =>
    hold.status === 'ready' ? `0 ${hold.pickUpBy ?? ''}` : `1 ${String(hold.position).padStart(5, '0')}`;
  const sorted = [...answer.list].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return {
    list: sorted.map((hold) => holdRow(hold, today)),
    count: `预约 ${answer.list.length}/${answer.limit} 本`,
    readyCount: sorted.filter(({ status }) => status === 'ready').length,
  };
}

export function holdRow(hold: Hold, today: LocalDate): HoldRow {
  const rest = { holdId: hold.holdId, title: hold.title, where: hold.pickUpBranchName };
  if (hold.status === 'ready') {
    const days = hold.pickUpBy ? daysBetween(today, hold.pickUpBy) : 9;
    const note = days < 0 ? '，已过期' : days === 0 ? '，今天最后一天' : days === 1 ? '，还有 1 天' : '';
    return {
      ...rest,
      ready: true,
      tone: 'good',
      icon: 'shelf',
      tag: '可以取书了',
      when: hold.pickUpBy ? `保留到 ${longDate(hold.pickUpBy, today)}${note}` : '',
      urgent: days <= 1,
    };
  }
  const since = `${longDate(localDateOf(hold.placedAt), today)}预约`;
  if (hold.onItsWay)
    return {
      ...rest,
      ready: false,
      tone: 'accent',
      icon: 'transit',
      tag: '书在路上',
      when: since,
      urgent: false,
    };
  return {
    ...rest,
    ready: false,
    tone: 'quiet',
    icon: 'people',
    tag: `第 ${hold.position} 位`,
    when: since,
    urgent: false,
  };
}
