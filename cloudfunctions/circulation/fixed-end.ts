import type { LocalDate } from '../../typings/contract/shapes';
import type { FixedEndRule } from '../documents';
import { isLocalDate } from '../kernel/local-date';

const EVERY_YEAR = '04-01'.length;

/** The next of the days on which loans end after a day; undefined when none is still to come. */
export const nextFixedDay = ({ days }: Pick<FixedEndRule, 'days'>, after: LocalDate): LocalDate | undefined =>
  days
    .flatMap((day) =>
      day.length === EVERY_YEAR ? yearsAround(after).map((year) => dayIn(year, day)) : [day],
    )
    .filter((day) => day > after)
    .sort()[0];

const yearsAround = (day: LocalDate): number[] => {
  const year = Number(day.slice(0, 'yyyy'.length));
  return [year, year + 1];
};

/** The 29th of February is the 28th in the years that have none. */
const dayIn = (year: number, monthAndDay: string): LocalDate => {
  const day = `${year}-${monthAndDay}`;
  return isLocalDate(day) ? day : `${year}-02-28`;
};
