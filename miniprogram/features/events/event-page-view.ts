import type { EventPage, LocalDate } from '../../../typings/contract';
import { kindNames, placesOf, type Places } from '../../components/event-row/event-view';
import { moment, span } from '../../lib/dates';

/** The one thing to do on the page, or in words why there is none. */
export interface Primary {
  kind: 'register' | 'cancel' | 'recap' | 'none';
  text: string;
  note: string;
}

export interface EventPageView {
  title: string;
  kind: string;
  facts: { icon: string; label: string; text: string }[];
  about: string[];
  places: Places;
  taken: string;
  window: string;
  mine: boolean;
  lectureId: string;
  primary: Primary;
}

export function eventPageView(event: EventPage, today: LocalDate, now: number): EventPageView {
  const over = now >= Date.parse(event.endsAt);
  const facts = [
    { icon: 'clock', label: '时间', text: span(event.startsAt, event.endsAt, today) },
    { icon: 'place', label: '地点', text: [event.branchName, event.place].filter(Boolean).join(' · ') },
    { icon: 'user', label: '主讲', text: event.speaker },
    { icon: 'people', label: '对象', text: event.audience },
  ];
  return {
    title: event.title,
    kind: kindNames[event.kind],
    facts: facts.filter(({ text }) => text !== ''),
    about: event.about,
    places: placesOf(event, now),
    taken: over || event.registration === 'cancelled' ? '' : `已报名 ${event.registered} / ${event.quota} 人`,
    window: over ? '' : windowText(event, today, now),
    mine: event.registration === 'registered' && !over,
    lectureId: event.lectureId ?? '',
    primary: primaryOf(event, today, now),
  };
}

/** Until when one can register; from when is said beside the button. */
function windowText({ registration, closesAt }: EventPage, today: LocalDate, now: number): string {
  if (registration === 'cancelled' || registration === 'not_yet') return '';
  return now < Date.parse(closesAt) ? `报名截止 ${moment(closesAt, today)}` : '';
}

function primaryOf(event: EventPage, today: LocalDate, now: number): Primary {
  const none = (text: string, note = ''): Primary => ({ kind: 'none', text, note });
  if (event.registration === 'cancelled') return none('活动已取消');
  if (now >= Date.parse(event.endsAt)) {
    if (event.lectureId) return { kind: 'recap', text: '看回顾与回放', note: '' };
    return none('活动已结束', event.registration === 'registered' ? '您报名了这场活动' : '');
  }
  const started = now >= Date.parse(event.startsAt);
  switch (event.registration) {
    case 'open':
      return { kind: 'register', text: '报名', note: '' };
    case 'registered':
      return started
        ? none('正在进行', '您已报名，请直接到现场')
        : { kind: 'cancel', text: '取消报名', note: '不能来时请取消，把名额留给别人' };
    case 'full':
      return none('名额已满', '有人取消时名额会放出，可稍后再来看');
    case 'not_yet':
      return none('报名未开始', `${moment(event.opensAt, today)} 开放报名`);
    case 'closed':
      return started ? none('正在进行') : none('报名已截止', `截止于 ${moment(event.closesAt, today)}`);
  }
}
