import type { BranchPage, BranchesApi, LocalDate } from '../../../typings/contract';
import { longDate } from '../../lib/dates';
import { openingWords, type OpeningWords } from '../../lib/opening';

interface BranchRow {
  branchId: string;
  name: string;
  address: string;
  opening: OpeningWords;
  /** "今天 09:00–21:00", "今天闭馆". */
  hours: string;
}

export const branchRows = (
  { list }: ReturnType<BranchesApi['branches.list']>,
  today: LocalDate,
): { list: BranchRow[] } => ({
  list: list.map(({ branchId, name, address, opening, todayHours }) => ({
    branchId,
    name,
    address,
    opening: openingWords(opening, today),
    hours: todayHours ? `今天 ${todayHours}` : '今天闭馆',
  })),
});

interface BranchView {
  name: string;
  address: string;
  phone: string;
  location: BranchPage['location'] | null;
  transport: string;
  floors: BranchPage['floors'];
  opening: OpeningWords;
  pickUp: boolean;
  days: { date: LocalDate; day: string; hours: string; why: string; closed: boolean; today: boolean }[];
}

export const branchView = (page: BranchPage, today: LocalDate): BranchView => ({
  name: page.name,
  address: page.address,
  phone: page.phone,
  location: page.location ?? null,
  transport: page.transport,
  floors: page.floors,
  opening: openingWords(page.opening, today),
  pickUp: page.pickUp,
  days: page.days.map(({ date, hours, why }) => ({
    date,
    day: longDate(date, today),
    hours: hours || '闭馆',
    why,
    closed: hours === '',
    today: date === today,
  })),
});
