import type { Availability, LocalDate } from '../../typings/contract';
import { shortDate } from './dates';

export interface AvailabilityLine {
  tone: 'good' | 'soon' | 'quiet';
  text: string;
  /** Where it stands, or when the first one comes back. */
  detail: string;
}

/** Whether a title can be taken home now, in a word and a line. */
export function availabilityLine(availability: Availability, today: LocalDate): AvailabilityLine {
  const { onShelf, items, onShelfAt, nextDueOn } = availability;
  if (onShelf > 0) return { tone: 'good', text: `在架 ${onShelf} 册`, detail: onShelfAt.join('、') };
  if (items === 0) return { tone: 'quiet', text: '暂无可借复本', detail: '' };
  const back = nextDueOn && nextDueOn >= today ? `最早 ${shortDate(nextDueOn, today)} 到期` : '';
  return { tone: 'soon', text: '全部借出', detail: back || '可预约排队' };
}
