import type { DeskEvent, DeskEventPage, EventPerson, LocalDate } from '../../../typings/contract';
import { isPlayed, kindNames } from '../../components/event-row/event-view';
import { longDate, localDateOf, moment, span } from '../../lib/dates';
import { routes } from '../../lib/routes';
import { deskActs } from './desk-acts';

interface DeskRow {
  eventId: string;
  title: string;
  when: string;
  where: string;
  figures: string;
  tag: string;
  tone: string;
  /** The day, where it is another one than that of the row before. */
  day: string;
}

const tagOf = ({ state, cancelled }: DeskEvent): Pick<DeskRow, 'tag' | 'tone'> => {
  if (cancelled) return { tag: '已取消', tone: 'urgent' };
  if (state === 'draft') return { tag: '草稿', tone: 'soon' };
  return state === 'closed' ? { tag: '已登记', tone: 'quiet' } : { tag: '', tone: 'quiet' };
};

/** Everything by day, in the order of the calendar. */
export function deskRows(list: DeskEvent[], today: LocalDate): DeskRow[] {
  const sorted = [...list].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return sorted.map((event, n) => {
    const on = localDateOf(event.startsAt);
    const before = sorted[n - 1];
    return {
      eventId: event.eventId,
      title: event.title,
      when: span(event.startsAt, event.endsAt, today).replace(/^.* /, ''),
      where: `${kindNames[event.kind]} · ${event.branchName} ${event.place}`,
      figures: `${event.registered} / ${event.quota} 人`,
      ...tagOf(event),
      day: before && localDateOf(before.startsAt) === on ? '' : longDate(on, today),
    };
  });
}

/** What can be done now, in its order; `urgent`: what cannot be taken back. */
export interface RunView {
  title: string;
  when: string;
  where: string;
  tag: string;
  tone: string;
  figures: { name: string; count: string }[];
  parts: { id: string; words: string }[];
  ways: { id: string; words: string }[];
  /** Pages of what is held on the phone. */
  links: { words: string; url: string }[];
  atDoor: boolean;
  /** One registers for it: there are names. */
  takesNames: boolean;
  photos: DeskEventPage['photos'];
  mayPhoto: boolean;
  facts: { eventId: string; draft: DeskEventPage['draft']; state: DeskEvent['state'] };
}

type ActName = keyof typeof deskActs;
const named = (...ids: ActName[]): RunView['parts'] => ids.map((id) => ({ id, words: deskActs[id].words }));

export function runView(page: DeskEventPage, today: LocalDate, now: number): RunView {
  const { draft, state, cancelled } = page;
  const open = !cancelled && state !== 'closed';
  const drawable = draft.way === 'draw' && page.draw !== undefined && !page.draw.order;
  const begun = now >= Date.parse(page.startsAt);
  return {
    title: page.title,
    when: span(page.startsAt, page.endsAt, today),
    where: `${page.branchName} ${page.place}`,
    ...tagOf(page),
    takesNames: draft.way !== 'come',
    figures:
      draft.way === 'come' && isPlayed(draft.kind)
        ? []
        : [
            { name: '已报名', count: `${page.registered} / ${page.quota}` },
            { name: '空位', count: String(page.free) },
            draft.way === 'draw' && !page.draw?.order
              ? { name: '签', count: String(page.entered) }
              : { name: '候补', count: String(page.waiting) },
            { name: '到场', count: String(page.attended) },
          ],
    parts: open ? named('words', 'times', ...playOf(page), 'rules', ...wayOf(page)) : [],
    links: linksOf(page),
    ways: [
      ...(open && state === 'draft' ? named('publish') : []),
      ...(open && drawable ? named('draw') : []),
      ...(open && state === 'published' && draft.way !== 'come' ? named('message') : []),
      ...(open && state === 'published' && begun && !isPlayed(draft.kind) ? named('close') : []),
      ...(begun && !cancelled && page.services.lectures ? named('recap') : []),
      ...(state === 'draft' || draft.way === 'come' ? [] : named('exportPeople')),
      ...named('copy', 'another'),
      ...(open ? named('callOff') : []),
    ],
    atDoor: open && state === 'published' && !isPlayed(draft.kind),
    photos: page.photos,
    mayPhoto: begun && !cancelled && state !== 'draft',
    facts: { eventId: page.eventId, draft, state },
  };
}

const playOf = ({ draft }: DeskEventPage): ActName[] => {
  if (draft.kind === 'quiz') return ['quiz'];
  return draft.kind === 'challenge' ? ['challenge'] : [];
};

const linksOf = ({ eventId, draft, state }: DeskEventPage): RunView['links'] => {
  const seen = state !== 'draft';
  if (draft.kind === 'quiz')
    return [
      { words: '题库', url: routes.quizBank },
      ...(seen ? [{ words: '竞答数据和获奖名单', url: routes.quizFigures(eventId) }] : []),
    ];
  return draft.kind === 'challenge' && seen
    ? [{ words: '打卡数据和等审核的话', url: routes.challengeDesk(eventId) }]
    : [];
};

/** Where nothing is drawn in this library, nobody is asked how places are given. */
const wayOf = ({ services, draft }: DeskEventPage): ActName[] =>
  services.draws || draft.way === 'draw' ? ['way'] : [];

const STATUS: Record<EventPerson['status'], string> = {
  registered: '已报名',
  offered: '等确认',
  waiting: '候补',
  entered: '抽签',
  expired: '未确认',
  passed: '没有等到',
  attended: '到场',
  absent: '缺席',
};

export interface PersonRow {
  readerId: string;
  name: string;
  text: string;
  here: boolean;
  /** Can be checked in by name. */
  comes: boolean;
}

export function personRows(list: EventPerson[], today: LocalDate): PersonRow[] {
  return list.map((person) => ({
    readerId: person.readerId,
    name: person.places > 1 ? `${person.name} 等 ${person.places} 位` : person.name,
    text: [
      person.checkedInAt ? `${moment(person.checkedInAt, today)} 签到` : STATUS[person.status],
      person.guests.join('、'),
      ...Object.values(person.answers).filter(Boolean),
    ]
      .filter(Boolean)
      .join(' · '),
    here: person.checkedInAt !== undefined || person.status === 'attended',
    comes: person.status === 'registered' && !person.checkedInAt,
  }));
}
