import type { DeskTalk, DeskTalkRow } from '../../../typings/contract';
import { daysBetween, localDateOf } from '../../lib/dates';
import { skillName } from './talk-view';

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

/** What is told first of a question: that it came back, waits too long, or is one's own to answer. */
function tagOf({
  first,
  late,
  mine,
  invited,
  unanswered,
  myTurn,
}: Pick<DeskTalkRow, 'first' | 'late' | 'mine' | 'invited' | 'unanswered' | 'myTurn'>): DeskRow['tag'] {
  if (first) return { text: '被退回，先接', tone: 'urgent' };
  if (invited) return { text: '同事请您一起', tone: 'soon' };
  if (mine) return unanswered ? { text: '等您回复', tone: 'soon' } : null;
  if (late) return { text: '等太久了', tone: 'urgent' };
  return myTurn ? { text: '轮到您', tone: 'soon' } : null;
}

/** A row of the queue. `now`: moment of the phone, ms. */
export function deskRows(list: readonly DeskTalkRow[], now: number): DeskRow[] {
  return list.map(({ talkId, opening, readerName, skill, state, askedAt, librarian, mine, ...row }) => {
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
      tag: tagOf({ mine, ...row }),
    };
  });
}

/** What stands at the head of a talk for staff. */
export function deskStateWords(
  {
    state,
    mine,
    joined,
    librarian,
    otherTypes,
    with: colleagues,
  }: Pick<DeskTalk, 'state' | 'mine' | 'joined' | 'librarian' | 'otherTypes' | 'with'>,
  since: string,
): string {
  if (joined && otherTypes) return '读者正在输入…';
  if (state === 'talking') {
    const others = colleagues.length > 0 ? `，${colleagues.join('、')}一起` : '';
    return mine ? `您在接待${others}` : `${librarian}在接待${others}`;
  }
  return {
    waiting: `排队中，${since}提问`,
    left: `留言，${since}提问`,
    answered: '已解答',
    closed: '已结束',
  }[state];
}
