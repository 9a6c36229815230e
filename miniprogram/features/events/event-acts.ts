import type { EventPage } from '../../../typings/contract';
import type { Answers, AskField } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import type { EventPageView } from './event-page-view';

export interface EventFacts {
  eventId: string;
  event?: EventPageView['event'];
}

const WORDS: Partial<Record<EventPage['registration'], string>> = {
  open: '报名',
  may_wait: '排候补',
  may_enter: '参加抽签',
};

/** What the event asks of who registers: how many come, who they are, and its own questions. */
const fieldsOf = ({ party, guestNames, fields }: EventPageView['event']): AskField[] => [
  ...(party > 1
    ? [
        {
          name: 'places',
          label: '几位一起来',
          kind: 'choice',
          value: '1',
          required: true,
          choices: Array.from({ length: party }, (_, n) => ({ id: String(n + 1), name: `${n + 1} 位` })),
          hint: '名额要么都有，要么都等，不会拆开',
        } satisfies AskField,
      ]
    : []),
  ...(party > 1 && guestNames
    ? [
        {
          name: 'guests',
          label: '同行人姓名',
          kind: 'text',
          value: '',
          hint: '几位之间用空格隔开；一个人来不用填',
        } satisfies AskField,
      ]
    : []),
  ...fields.map(({ id, label, required, choices }): AskField => ({
    name: `own-${id}`,
    label,
    kind: choices.length > 0 ? 'choice' : 'text',
    value: '',
    required,
    ...(choices.length > 0 && { choices: choices.map((choice) => ({ id: choice, name: choice })) }),
  })),
];

const sentOf = (eventId: string, answers: Answers) => ({
  eventId,
  places: Number(answers['places'] ?? '1'),
  guests: (answers['guests'] ?? '').split(/[\s、，,]+/).filter(Boolean),
  answers: Object.fromEntries(
    Object.entries(answers)
      .filter(([name]) => name.startsWith('own-'))
      .map(([name, value]) => [name.slice(4), value]),
  ),
});

/** What a reader does to an own registration. */
export const eventActs = actsOn<EventFacts>()({
  register: {
    words: '报名',
    sheet: ({ event }) =>
      event && {
        heading: WORDS[event.registration] ?? '报名',
        fields: fieldsOf(event),
        confirm: WORDS[event.registration] ?? '报名',
      },
    run: ({ eventId }, answers) => act('events.register', sentOf(eventId, answers)),
  },
  confirm: {
    words: '确认参加',
    run: ({ eventId }) => act('events.confirm', { eventId }),
    done: () => '名额是您的了',
  },
  decline: {
    words: '不去了',
    run: ({ eventId }) => act('events.cancel', { eventId }),
    done: () => '已让给后面的读者',
  },
  cancel: {
    words: '取消报名',
    sure: ({ event }) =>
      event?.registration === 'registered' || !event
        ? {
            title: '取消报名？',
            content: '取消后名额会让给别人，再报名要看那时还有没有名额。',
            yes: '取消报名',
            no: '我会去',
          }
        : { title: '不再等了？', content: '退出后再排，要从后面排起。', yes: '退出', no: '再等等' },
    run: ({ eventId }) => act('events.cancel', { eventId }),
    done: () => '已取消',
  },
});
