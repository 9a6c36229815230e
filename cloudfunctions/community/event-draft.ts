import type { EventDraft } from '../../typings/contract/event-desk';
import type { Refusal } from '../../typings/contract/refusals';
import type { EventDocument, Library } from '../documents';
import { localDateOf, localTimeOf } from '../kernel/local-date';
import { SEATED } from './event-kinds';
import { servicesOf } from './event-terms';
import { isBelowHeld } from './passing-on';

type Times = Pick<EventDocument, 'startsAt' | 'endsAt' | 'moreDates'>;

/** What cannot be right in what the staff say of an event. */
export const refusalsOfDraft = (
  draft: EventDraft,
  before: Pick<EventDocument, 'registered' | 'kind'> | null,
  library: Pick<Library, 'settings'>,
): Refusal[] => {
  const wrong = (is: boolean, field: Extract<Refusal, { code: 'event_times_wrong' }>['field']): Refusal[] =>
    is ? [{ code: 'event_times_wrong', field }] : [];
  const { startsAt, endsAt, opensAt, closesAt, seedAt, minAge, maxAge, quota, door } = draft;
  const registers = draft.way !== 'come';
  const drawn = draft.way === 'draw';
  const { kinds, draws } = servicesOf(library);
  const hasKind = kinds.includes(draft.kind) && isSeated(draft, before);
  return [
    ...(hasKind ? [] : [{ code: 'event_kind_off', kind: draft.kind } as const]),
    ...(drawn && !draws ? [{ code: 'draws_off' } as const] : []),
    ...wrong(endsAt <= startsAt, 'endsAt'),
    ...wrong(registers && opensAt >= closesAt, 'opensAt'),
    ...wrong(registers && closesAt > endsAt, 'closesAt'),
    ...wrong(drawn && (seedAt === null || seedAt <= closesAt || seedAt >= startsAt), 'seedAt'),
    ...wrong(
      draft.moreDates.some((date) => date.endsAt <= date.startsAt || date.startsAt < startsAt),
      'moreDates',
    ),
    ...wrong(minAge !== null && maxAge !== null && minAge > maxAge, 'ages'),
    ...(isBelowHeld(before ?? { registered: 0 }, quota, door)
      ? [
          {
            code: 'quota_below_registered',
            quota: quota - door,
            registered: before?.registered ?? 0,
          } as const,
        ]
      : []),
  ];
};

const datesOf = ({ startsAt, endsAt, moreDates }: Times) => [{ startsAt, endsAt }, ...moreDates];

/** Whether two events stand in one room at once, on any of their dates. */
export const meet = (one: Times, other: Times): boolean =>
  datesOf(one).some((a) => datesOf(other).some((b) => a.startsAt < b.endsAt && b.startsAt < a.endsAt));

const time = (at: string): string => `${localDateOf(at)} ${localTimeOf(at)}`;

/** What those who registered have to know, in words; nothing: nobody is told. */
export const changesToTell = (
  before: Pick<EventDocument, 'startsAt' | 'endsAt' | 'place' | 'branchId'>,
  after: Pick<EventDocument, 'startsAt' | 'endsAt' | 'place' | 'branchId'>,
  branchName: string,
): string[] => [
  ...(before.startsAt !== after.startsAt || before.endsAt !== after.endsAt
    ? [`时间改为 ${time(after.startsAt)} 到 ${localTimeOf(after.endsAt)}`]
    : []),
  ...(before.place !== after.place || before.branchId !== after.branchId
    ? [`地点改为 ${branchName} ${after.place}`]
    : []),
];

/** A kind without seats is made of nothing new; what is one already may be changed. */
const isSeated = ({ kind }: Pick<EventDraft, 'kind'>, before: Pick<EventDocument, 'kind'> | null): boolean =>
  SEATED.includes(kind) || before?.kind === kind;
