import type { Audience } from '../../typings/contract/announcements';
import type { LocalDate } from '../../typings/contract/shapes';
import type { ReaderDocument } from '../documents';
import { addDays, addYears } from '../kernel/local-date';

/** Somebody is chosen, or everybody is, said by itself. */
export const isChosen = (audience: Audience): boolean => audience.everybody || isNarrowed(audience);

const isNarrowed = ({ branchIds, minAge, maxAge, interests, categories, eventId }: Audience): boolean =>
  branchIds.length + interests.length + categories.length > 0 ||
  minAge !== null ||
  maxAge !== null ||
  eventId !== '';

/** Days of birth of who is of that age on a day; undefined: any. */
export const bornBetween = (
  { minAge, maxAge }: Pick<Audience, 'minAge' | 'maxAge'>,
  today: LocalDate,
): { from?: LocalDate; upTo?: LocalDate } | undefined =>
  minAge === null && maxAge === null
    ? undefined
    : {
        ...(maxAge !== null && { from: addDays(addYears(today, -maxAge - 1), 1) }),
        ...(minAge !== null && { upTo: addYears(today, -minAge) }),
      };

type Known = Pick<ReaderDocument, 'standing' | 'birthDate' | 'category' | 'interests' | 'openLoans'>;

const oneOf = (chosen: readonly string[], of: readonly string[]): boolean =>
  chosen.length === 0 || of.some((each) => chosen.includes(each));

/** Whether a reader is one of them, but for the event, which the reader's document does not know. */
export const belongs = (reader: Known, audience: Audience, today: LocalDate): boolean => {
  const born = bornBetween(audience, today);
  return (
    reader.standing === 'active' &&
    oneOf(audience.categories, [reader.category]) &&
    oneOf(audience.interests, reader.interests) &&
    oneOf(
      audience.branchIds,
      reader.openLoans.map(({ branchId }) => branchId),
    ) &&
    (born?.from === undefined || reader.birthDate >= born.from) &&
    (born?.upTo === undefined || reader.birthDate <= born.upTo)
  );
};

/** "借着总馆的书 · 6–9 岁", as staff read before they send. */
export const audienceWords = (
  audience: Audience,
  nameOf: (kind: 'branch' | 'interest' | 'category' | 'event', id: string) => string,
): string => {
  const { branchIds, minAge, maxAge, interests, categories, eventId } = audience;
  if (!isNarrowed(audience)) return audience.everybody ? '全部读者' : '还没有选择读者';
  const names = (kind: 'branch' | 'interest' | 'category', ids: readonly string[]): string =>
    ids.map((id) => nameOf(kind, id)).join('、');
  return [
    eventId && `报名“${nameOf('event', eventId)}”`,
    branchIds.length > 0 && `借着${names('branch', branchIds)}的书`,
    categories.length > 0 && names('category', categories),
    ageWords(minAge, maxAge),
    interests.length > 0 && `喜欢${names('interest', interests)}`,
  ]
    .filter(Boolean)
    .join(' · ');
};

const ageWords = (min: number | null, max: number | null): string => {
  if (min !== null && max !== null) return min === max ? `${min} 岁` : `${min}–${max} 岁`;
  if (min !== null) return `${min} 岁以上`;
  return max === null ? '' : `${max} 岁以下`;
};
