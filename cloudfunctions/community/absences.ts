import type { LocalDate } from '../../typings/contract/shapes';
import type { EventSettings, ReaderDocument } from '../documents';
import { addDays } from '../kernel/local-date';

type Rule = NonNullable<EventSettings['absences']>;

/** Days that still count; older ones have faded. */
const counting = (
  { missedEvents = [] }: Pick<ReaderDocument, 'missedEvents'>,
  rule: Rule,
  today: LocalDate,
) => missedEvents.filter((day) => day > addDays(today, -rule.withinDays)).sort();

/** Who did not come too often registers for nothing up to this day; null: nothing stands in the way. */
export const absentUntil = (
  reader: Pick<ReaderDocument, 'missedEvents'>,
  rule: Rule,
  today: LocalDate,
): LocalDate | null => {
  const days = counting(reader, rule, today);
  const last = days.at(-1);
  if (rule.count === 0 || !last || days.length < rule.count) return null;
  const until = addDays(last, rule.days);
  return until >= today ? until : null;
};

/** The record with one more day; a day counts once, and what has faded goes. */
export const withAbsence = (
  reader: Pick<ReaderDocument, 'missedEvents'>,
  on: LocalDate,
  rule: Rule,
  today: LocalDate,
): LocalDate[] => [...new Set([...counting(reader, rule, today), on])].sort();
