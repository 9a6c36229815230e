import type { LocalDate, Opening } from '../../typings/contract';
import { daysBetween, longDate } from './dates';

export interface OpeningWords {
  open: boolean;
  /** "开放中，至 21:00", "今天 13:30 开馆", "明天 09:00 开馆", "11月30日 周一 09:00 开馆", "暂不开放". */
  text: string;
}

export function openingWords(opening: Opening, today: LocalDate): OpeningWords {
  if (opening.open) return { open: true, text: `开放中，至 ${opening.until}` };
  const { on, from } = opening;
  if (!on || !from) return { open: false, text: '暂不开放' };
  const away = daysBetween(today, on);
  const day = away === 0 ? '今天' : away === 1 ? '明天' : longDate(on, today);
  return { open: false, text: `${day} ${from} 开馆` };
}
