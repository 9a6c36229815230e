import type { Instant } from '../../typings/contract/shapes';
import { branchName } from '../circulation/branches';
import { eventSettings } from '../community/event-terms';
import { awakeFrom } from '../community/offers';
import type { EventDocument, RegistrationDocument } from '../documents';
import type { Context } from '../kernel/context';
import { localDateOf, localTimeOf } from '../kernel/local-date';
import type { Telling } from './notices';

type At = Pick<Context, 'now' | 'library'>;
type Told = Pick<RegistrationDocument, 'readerId'>;

/** "2026-12-05 19:00", as messages and notices have it. */
const eventTime = (at: Instant): string => `${localDateOf(at)} ${localTimeOf(at)}`;

/** A telling about one event to one reader, that leads to its page and disturbs nobody at night. */
const ofEvent = (
  event: EventDocument,
  { readerId }: Told,
  { occasion, title, body }: { occasion: string; title: string; body: string },
  { now, library }: At,
): Telling => {
  const place = `${branchName(library, event.branchId)} ${event.place}`;
  return {
    occasion: `event_${occasion}_${event._id}_${readerId}`,
    readerId,
    topic: 'event',
    title,
    body,
    link: `/features/events/pages/event/index?eventId=${event._id}`,
    facts: { title: event.title, time: eventTime(event.startsAt), place },
    notBefore: awakeFrom(now, eventSettings(library).quietHours),
  };
};

/** A place was given down the list: to be taken until a moment, or at once. */
export const placeGiven = (
  event: EventDocument,
  told: Told,
  token: string,
  offerEndsAt: Instant | null,
  at: At,
): Telling =>
  ofEvent(
    event,
    told,
    {
      occasion: `place-${token}`,
      title: offerEndsAt === null ? '候补成功，您已报名' : '有名额了，请确认',
      body:
        offerEndsAt === null
          ? `「${event.title}」有了名额，已为您报名。来不了请取消，让给后面的读者。`
          : `「${event.title}」有了名额，为您保留到 ${eventTime(offerEndsAt)}。请打开活动页确认；来不了也请点一下“不去了”，让给后面的读者。`,
    },
    at,
  );

/** An offer was not answered. */
export const offerPassed = (event: EventDocument, told: Told, token: string, at: At): Telling =>
  ofEvent(
    event,
    told,
    {
      occasion: `offer-over-${token}`,
      title: '保留的名额已让出',
      body: `「${event.title}」为您保留的名额没有等到确认，已让给后面的读者。仍想参加可以重新排队。`,
    },
    at,
  );

/** The list is over: from now on places that come back are anybody's. */
export const listOver = (event: EventDocument, told: Told, at: At): Telling =>
  ofEvent(
    event,
    told,
    {
      occasion: 'list-over',
      title: '候补没有等到名额',
      body: `「${event.title}」的候补已结束，没有等到名额。开场前仍可能有人取消，活动页上有空位时先到先得。`,
    },
    at,
  );

/** What staff said to all who registered, wait or have a ticket. */
export const tellingToAll = (
  event: EventDocument,
  told: Told,
  { id, kind, text }: EventDocument['tellings'][number],
  at: At,
): Telling => {
  if (kind === 'recap') return recapThere(event, told, { lectureId: id, title: text }, at);
  const words = {
    changed: {
      title: '您报名的活动有变动',
      body: `「${event.title}」${text}。您的名额还在；不能来了可以随时取消，不算缺席。`,
    },
    cancelled: {
      title: '您报名的活动取消了',
      body: `抱歉，「${event.title}」（${eventTime(event.startsAt)}）取消了${text ? `：${text}` : '。'}`,
    },
    words: { title: `关于「${event.title}」`, body: text },
  }[kind];
  return ofEvent(event, told, { occasion: `told-${id}`, ...words }, at);
};

/** There is a recap to watch. A topic of its own, and a link to it. */
const recapThere = (
  event: EventDocument,
  { readerId }: Told,
  { lectureId, title }: { lectureId: string; title: string },
  { now, library }: At,
): Telling => ({
  occasion: `recap_${lectureId}_${readerId}`,
  readerId,
  topic: 'recap',
  title: '讲座回顾上线了',
  body: `您报名的「${event.title}」有了回顾，要点、金句和回放都在里面。`,
  link: `/features/lectures/pages/lecture/index?lectureId=${lectureId}`,
  facts: { title, speaker: event.speaker },
  notBefore: awakeFrom(now, eventSettings(library).quietHours),
});
