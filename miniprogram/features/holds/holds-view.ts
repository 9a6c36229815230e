import type { Sharer } from '../../lib/family';
import type { Input } from '../../lib/call';
import type { Hold, HoldsApi, LocalDate, TitleFacts } from '../../../typings/contract';
import { daysBetween, localDateOf, longDate } from '../../lib/dates';
import { waitingText } from '../../lib/waiting';

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
  /** How long it may still take; '' when not enough is known, or none is needed. */
  waiting: string;
  /** From when, until when, which copy, and who else may collect it. */
  notes: string[];
  /** Placed by somebody of the family: collected here, changed there. */
  shared: boolean;
  /** Still in the queue without a copy: branch and days can be changed. */
  changeable: boolean;
  pickUpBranchId: string;
  startsOn: LocalDate;
  neededUntil: LocalDate;
  sharedWith: string[];
}

interface HoldsView {
  list: HoldRow[];
  count: string;
  readyCount: number;
}

/** Those that others share with the reader count in nobody's limit but their own. */
function countText({ list, limit }: ReturnType<HoldsApi['holds.list']>): string {
  const own = list.filter(({ sharedBy }) => sharedBy === undefined).length;
  const others = list.length - own;
  const text = limit === null ? `预约 ${own} 本` : `预约 ${own}/${limit} 本`;
  return others > 0 ? `${text}，另有家人共享 ${others} 本` : text;
}

/** Ready ones first, each by what comes soonest. */
export function holdsView(answer: ReturnType<HoldsApi['holds.list']>, today: LocalDate): HoldsView {
  const rank = (hold: Hold) =>
    hold.status === 'ready' ? `0 ${hold.pickUpBy ?? ''}` : `1 ${String(hold.position).padStart(5, '0')}`;
  const sorted = [...answer.list].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return {
    list: sorted.map((hold) => holdRow(hold, today)),
    count: countText(answer),
    readyCount: sorted.filter(({ status }) => status === 'ready').length,
  };
}

export function holdRow(hold: Hold, today: LocalDate): HoldRow {
  const rest = {
    holdId: hold.holdId,
    title: hold.title,
    where: hold.pickUpBranchName,
    waiting: '',
    notes: notesOf(hold, today),
    shared: hold.sharedBy !== undefined,
    changeable: false,
    pickUpBranchId: hold.pickUpBranchId,
    startsOn: hold.startsOn ?? '',
    neededUntil: hold.neededUntil ?? '',
    sharedWith: hold.sharedWith,
  };
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
  const later = hold.startsOn !== undefined && hold.startsOn > today;
  return {
    ...rest,
    waiting: hold.waiting && !later ? waitingText(hold.waiting) : '',
    changeable: hold.sharedBy === undefined,
    ready: false,
    tone: 'quiet',
    icon: later ? 'clock' : 'people',
    tag: later ? `已推迟，排第 ${hold.position} 位` : `第 ${hold.position} 位`,
    when: since,
    urgent: false,
  };
}

function notesOf(
  { hopelessSince, sharedBy, sharedWith, startsOn, neededUntil, wants }: Hold,
  today: LocalDate,
): string[] {
  return [
    hopelessSince ? '目前没有能为您留的复本，有了会接着排' : '',
    sharedBy !== undefined ? `${sharedBy || '家人'}预约的，您也可以取` : '',
    sharedWith.length > 0 && sharedBy === undefined ? `${sharedWith.join('、')}也可以取` : '',
    startsOn && startsOn > today ? `${longDate(startsOn, today)}起要，到那天才会留书` : '',
    neededUntil ? `最晚等到 ${longDate(neededUntil, today)}` : '',
    wants ? `只要条码 ${wants} 这一册` : '',
  ].filter(Boolean);
}

/**
 * What of a hold is being changed; somebody who shares it and is no longer of the family stays as they are.
 */
export function changesOf(
  hold: HoldRow,
  asked: { chosen: string; startsOn: string; neededUntil: string; sharers: Sharer[] },
): Omit<Input<'holds.change'>, 'holdId'> {
  const { chosen, startsOn, neededUntil, sharers } = asked;
  const on = sharers.filter((each) => each.on);
  const known = hold.sharedWith.filter((name) => sharers.some((each) => each.name === name));
  const sharingChanged = on.map(({ name }) => name).join() !== known.join();
  return {
    ...(chosen !== hold.pickUpBranchId && { pickUpBranchId: chosen }),
    ...(startsOn !== hold.startsOn && { startsOn: startsOn || null }),
    ...(neededUntil !== hold.neededUntil && { neededUntil: neededUntil || null }),
    ...(sharingChanged && { sharedWith: on.map(({ readerId }) => readerId) }),
  };
}
