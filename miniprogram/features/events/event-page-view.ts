import type { EventPage, LocalDate } from '../../../typings/contract';
import { isPlayed, kindNames, placesOf, type Places } from '../../components/event-row/event-view';
import { moment, span } from '../../lib/dates';
import { refusalLines, type RefusalLine } from '../../lib/refusals';
import { certifiedOf, type Certified } from './certificate';
import { primaryOf, type Primary } from './primary';

export interface EventPageView {
  title: string;
  kind: string;
  facts: { icon: string; label: string; text: string }[];
  about: string[];
  places: Places;
  taken: string;
  window: string;
  mine: boolean;
  /** The door is open: the code there can be scanned. */
  canCheckIn: boolean;
  /** One's own registration in two lines. */
  own: { heading: string; text: string } | null;
  agenda: EventPage['agenda'];
  because: RefusalLine[];
  draw: { text: string; open: boolean } | null;
  address: string;
  branchId: string;
  location: { latitude: number; longitude: number } | null;
  /** Other dates of the series. */
  series: { eventId: string; text: string }[];
  /** What became of those who waited before; '' where that is not known or does not matter. */
  odds: string;
  photos: EventPage['photos'];
  certificate: Certified | null;
  /** Something is asked before one registers. */
  asks: boolean;
  event: Pick<EventPage, 'eventId' | 'party' | 'guestNames' | 'fields' | 'registration'>;
  /** It is still to come, and not called off: worth a line in the calendar. */
  toCome: boolean;
  calendar: { title: string; startTime: number; endTime: string; location: string };
  lectureId: string;
  isQuiz: boolean;
  primary: Primary;
}

export function eventPageView(event: EventPage, today: LocalDate, now: number): EventPageView {
  const over = now >= Date.parse(event.endsAt);
  const free = isPlayed(event.kind) && ['come', 'closed'].includes(event.registration);
  const facts = [
    { icon: 'clock', label: '时间', text: span(event.startsAt, event.endsAt, today) },
    { icon: 'place', label: '地点', text: [event.branchName, event.place].filter(Boolean).join(' · ') },
    { icon: 'user', label: '主讲', text: event.speaker },
    { icon: 'people', label: '对象', text: event.audience },
    { icon: 'people', label: '年龄', text: agesOf(event) },
    { icon: 'check', label: '请带', text: event.bring },
    ...event.moreDates.map((date, n) => ({
      icon: 'calendar',
      label: n === 0 ? '连续的各场' : '',
      text: span(date.startsAt, date.endsAt, today),
    })),
  ];
  return {
    title: event.title,
    kind: kindNames[event.kind],
    facts: facts.filter(({ text }) => text !== ''),
    about: event.about,
    places: placesOf(event, now),
    taken: over || event.registration === 'cancelled' || free ? '' : takenText(event),
    window: over || free ? '' : windowText(event, today, now),
    mine: event.registration === 'registered' && !over,
    canCheckIn: canCheckIn(event, now),
    own: ownText(event, today),
    agenda: event.agenda,
    because: refusalLines(event.because),
    draw: drawText(event, today),
    address: event.address,
    branchId: event.branchId,
    location: event.location ?? null,
    series: event.series.map(({ eventId, startsAt, endsAt, cancelled }) => ({
      eventId,
      text: span(startsAt, endsAt, today) + (cancelled ? ' · 已取消' : ''),
    })),
    odds: oddsText(event),
    photos: event.photos,
    certificate: certifiedOf(event),
    asks: event.party > 1 || event.fields.length > 0,
    event: {
      eventId: event.eventId,
      party: event.party,
      guestNames: event.guestNames,
      fields: event.fields,
      registration: event.registration,
    },
    toCome: !over && event.registration !== 'cancelled',
    calendar: {
      title: event.title,
      startTime: Date.parse(event.startsAt) / 1000,
      endTime: String(Date.parse(event.endsAt) / 1000),
      location: [event.branchName, event.place].filter(Boolean).join(' '),
    },
    lectureId: event.lectureId ?? '',
    isQuiz: event.kind === 'quiz',
    primary: primaryOf(event, today, now),
  };
}

/** Said while it matters: before one lines up, and while one stands in the line. */
function oddsText({ odds, registration }: EventPage): string {
  if (!odds || (registration !== 'may_wait' && registration !== 'waiting')) return '';
  return `过去 ${odds.events} 场同类活动，排候补的 ${odds.waited} 位读者里有 ${odds.served} 位等到了名额。`;
}

/** Until when one can register; from when is said beside the button. */
function windowText({ registration, closesAt }: EventPage, today: LocalDate, now: number): string {
  if (registration === 'cancelled' || registration === 'not_yet') return '';
  return now < Date.parse(closesAt) ? `报名截止 ${moment(closesAt, today)}` : '';
}

const takenText = ({ registered, quota, door }: EventPage): string =>
  `已报名 ${registered} / ${quota} 人${door > 0 ? `，其中 ${door} 个留给现场` : ''}`;

const agesOf = ({ minAge, maxAge }: EventPage): string => {
  if (minAge === null && maxAge === null) return '';
  if (maxAge === null) return `${minAge} 岁以上`;
  return minAge === null ? `${maxAge} 岁以下` : `${minAge}–${maxAge} 岁`;
};

function ownText({ own, startsAt, endsAt }: EventPage, today: LocalDate): EventPageView['own'] {
  if (!own) return null;
  const together = own.places > 1 ? `，共 ${own.places} 位` : '';
  switch (own.status) {
    case 'registered':
      return { heading: `您已报名${together}`, text: `${span(startsAt, endsAt, today)}，到场后扫码签到。` };
    case 'offered':
      return {
        heading: `有名额了${together}`,
        text: `请在 ${moment(own.offerEndsAt ?? startsAt, today)} 前确认。`,
      };
    case 'waiting':
      return {
        heading: own.place === undefined ? '您在候补中' : `候补第 ${own.place} 位${together}`,
        text: '名额按先后让出，轮到时会通知您。',
      };
    case 'entered':
      return { heading: `您的签号 ${own.ticket ?? ''}`, text: `已参加抽签${together}，结果出来会通知您。` };
    case 'expired':
      return { heading: '保留的名额已让出', text: '没有在时间内确认，可以重新排队。' };
    case 'passed':
      return { heading: '候补没有等到名额', text: '有人临时取消时，这里会显示空位，先到先得。' };
    case 'attended':
      return { heading: '您已签到', text: '谢谢您来。' };
    case 'absent':
      return { heading: '您没有到场', text: '下次来不了请提前取消，把名额留给别人。' };
  }
}

function drawText({ draw }: EventPage, today: LocalDate): EventPageView['draw'] {
  if (!draw) return null;
  if (draw.drawn) return { text: '已经抽签，名单和算法都在这里，可以自己再算一遍。', open: true };
  if (draw.closed)
    return { text: `签号名单已公布，${moment(draw.seedAt, today)} 后用公开的数字抽签。`, open: true };
  return {
    text: `报名截止后公布签号名单；种子取自「${draw.source}」（${moment(draw.seedAt, today)} 以后），谁都可以复算。`,
    open: false,
  };
}

const DOOR_MS = 30 * 60_000;

const canCheckIn = ({ own, startsAt, endsAt, registration }: EventPage, now: number): boolean =>
  registration === 'registered' &&
  own?.status === 'registered' &&
  !own.checkedIn &&
  now >= Date.parse(startsAt) - DOOR_MS &&
  now < Date.parse(endsAt);
