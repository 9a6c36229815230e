import type { AnnouncementWords, Audience, DeskAnnouncement } from '../../../typings/contract';
import { clock, localDateOf } from '../../lib/dates';
import { NOBODY } from './announcement-view';

/** What is typed and chosen, as it stands in the fields. */
export interface AnnouncementForm {
  title: string;
  text: string;
  minAge: string;
  maxAge: string;
  /** "": told as soon as it is sent. */
  day: string;
  time: string;
  urgent: boolean;
  everybody: boolean;
  branchIds: string[];
  interests: string[];
  categories: string[];
  eventId: string;
}

export const EMPTY: AnnouncementForm = {
  ...{ title: '', text: '', minAge: '', maxAge: '', day: '', time: '09:00', urgent: false },
  ...{ everybody: false, branchIds: [], interests: [], categories: [], eventId: '' },
};

export function formOf({ title, text, urgent, publishAt, audience }: DeskAnnouncement): AnnouncementForm {
  const { minAge, maxAge, ...chosen } = audience;
  return {
    ...{ title, text, urgent, ...chosen },
    minAge: minAge === null ? '' : String(minAge),
    maxAge: maxAge === null ? '' : String(maxAge),
    day: publishAt === null ? '' : localDateOf(publishAt),
    time: publishAt === null ? EMPTY.time : clock(publishAt),
  };
}

const age = (typed: string): number | null => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null);

/** Whoever is chosen is chosen instead of everybody. */
export function audienceOf(form: AnnouncementForm): Audience {
  const { everybody, branchIds, interests, categories, eventId } = form;
  if (everybody) return { ...NOBODY, everybody };
  return {
    ...{ everybody, branchIds, interests, categories, eventId },
    minAge: age(form.minAge),
    maxAge: age(form.maxAge),
  };
}

export function wordsOf(form: AnnouncementForm): AnnouncementWords {
  const { title, text, urgent, day, time } = form;
  return {
    ...{ title: title.trim(), text: text.trim(), urgent, link: '', audience: audienceOf(form) },
    publishAt: day ? new Date(`${day}T${time}:00+08:00`).toISOString() : null,
  };
}
