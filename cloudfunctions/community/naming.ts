import type { LocalDate } from '../../typings/contract/shapes';
import type { Refusal } from '../../typings/contract/refusals';
import type { ReaderDocument } from '../documents';
import { ageOn } from '../kernel/local-date';

/** Below this age what is personal is a guardian's to give away (PIPL, article 31). */
const CHILD_UNDER = 14;

export const isChild = ({ birthDate }: Pick<ReaderDocument, 'birthDate'>, today: LocalDate): boolean =>
  ageOn(birthDate, today) < CHILD_UNDER;

/** Why somebody cannot be named so in public: the whole name of a child stands nowhere. */
export const refusalsToBeNamed = (
  naming: string,
  reader: Pick<ReaderDocument, 'birthDate'>,
  today: LocalDate,
): Refusal[] => (naming === 'full' && isChild(reader, today) ? [{ code: 'child_not_by_name' }] : []);

/** Those of some ways of being named that somebody may choose, by the same rule. */
export const namingsFor = <Naming extends string>(
  namings: readonly Naming[],
  reader: Pick<ReaderDocument, 'birthDate'>,
  today: LocalDate,
): Naming[] => namings.filter((naming) => refusalsToBeNamed(naming, reader, today).length === 0);

/** Only the first character stands, "林＊＊": WeChat keeps whole names from others. */
export const maskedName = (name: string): string => {
  const [first = '', ...rest] = [...name];
  return first ? `${first}${'＊'.repeat(Math.min(2, Math.max(1, rest.length)))}` : '读者';
};

/** How somebody is named where they want to be; "": not at all. */
export const namedAs = (
  { naming, penName }: { naming: 'nobody' | 'masked' | 'full' | 'pen_name'; penName: string },
  name: string,
): string => {
  switch (naming) {
    case 'nobody':
      return '';
    case 'masked':
      return maskedName(name);
    case 'full':
      return name;
    case 'pen_name':
      return penName;
  }
};
