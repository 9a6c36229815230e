import type { EventPage, LocalDate } from '../../../typings/contract';
import { isPlayed } from '../../components/event-row/event-view';
import { moment } from '../../lib/dates';

/** The one thing to do on the page, or in words why there is none. */
export interface Primary {
  kind: 'register' | 'confirm' | 'cancel' | 'recap' | 'play' | 'none';
  text: string;
  note: string;
  /** The other thing that can be done: an offered place is declined with one tap. */
  other: '' | 'decline';
}

const none = (text: string, note = ''): Primary => ({ kind: 'none', text, note, other: '' });
const todo = (kind: Primary['kind'], text: string, note = ''): Primary => ({ kind, text, note, other: '' });

export function primaryOf(event: EventPage, today: LocalDate, now: number): Primary {
  if (event.registration === 'cancelled') return none('活动已取消');
  const play = playOf(event, now);
  if (play) return { ...play, note: play.note && `${moment(event.startsAt, today)} 开始` };
  if (now >= Date.parse(event.endsAt)) return afterwards(event);
  const started = now >= Date.parse(event.startsAt);
  const at = (instant: string): string => moment(instant, today);
  switch (event.registration) {
    case 'open':
      return todo('register', '报名');
    case 'may_wait':
      return todo('register', '名额已满，排候补', waitingNote(event));
    case 'may_enter':
      return todo('register', '参加抽签', '报名截止后抽签，一家人算一张签');
    case 'come':
      return none('不用报名', '到时直接来就可以');
    case 'registered':
      return started ? none('正在进行', '您已报名，请直接到现场') : ownPlace(event, at);
    case 'offered':
      return {
        kind: 'confirm',
        text: '确认参加',
        note: `名额为您保留到 ${at(event.own?.offerEndsAt ?? event.startsAt)}`,
        other: 'decline',
      };
    case 'waiting':
      return todo('cancel', '退出候补', waitingNote(event));
    case 'entered':
      return todo('cancel', '退出抽签', event.draw?.closed ? '名单已公布，等种子' : '截止前都可以退出');
    case 'full':
      return none('名额已满', '有人取消时名额会放出，可稍后再来看');
    case 'not_for_you':
      return none('不能报名', '');
    case 'not_yet':
      return none('报名未开始', `${at(event.opensAt)} 开放报名`);
    case 'closed':
      return started ? none('正在进行') : none('报名已截止', `截止于 ${at(event.closesAt)}`);
  }
}

const PLAYED = {
  quiz: ['看成绩和解析', '去答题', '看看怎么答'],
  challenge: ['看打卡的日历', '去打卡', '看看怎么打卡'],
} as const;

/** What is held on the phone is gone to from here, once it takes no place or one is had. */
function playOf({ kind, registration, startsAt, endsAt }: EventPage, now: number): Primary | null {
  if (!isPlayed(kind)) return null;
  const [over, going, soon] = PLAYED[kind === 'quiz' ? 'quiz' : 'challenge'];
  if (now >= Date.parse(endsAt)) return todo('play', over);
  if (!['come', 'closed', 'registered'].includes(registration)) return null;
  return now >= Date.parse(startsAt) ? todo('play', going) : todo('play', soon, 'soon');
}

function afterwards(event: EventPage): Primary {
  if (event.lectureId) return todo('recap', '看回顾与回放');
  return none('活动已结束', event.registration === 'registered' ? '您报名了这场活动' : '');
}

function ownPlace({ own, startsAt }: EventPage, at: (instant: string) => string): Primary {
  if (own && !own.cancelUntil) return none('已报名', '已过取消的截止时间，来不了请问馆员');
  const until = own?.cancelUntil;
  const note =
    until && until < startsAt ? `${at(until)} 前可以取消，把名额留给别人` : '不能来时请取消，把名额留给别人';
  return todo('cancel', '取消报名', note);
}

/** What the list does by itself, said before and while one stands in it. */
const waitingNote = ({ waiting, party }: EventPage): string => {
  const way = waiting === 'at_once' ? '轮到您时直接报上，并通知您' : '轮到您时通知您确认';
  return party > 1 ? `${way}；空位不够一家人时先给后面的，您的位置不变` : way;
};
