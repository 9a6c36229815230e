import type { Home } from '../../../typings/contract';
import { shortDate } from '../../lib/dates';
import { refusalLines, type RefusalLine } from '../../lib/refusals';
import { categoryNames, grouped } from '../../lib/words';

export interface MeView {
  card: { name: string; number: string; category: string; until: string } | null;
  blocks: RefusalLine[];
  loans: number;
  holds: number;
  ready: number;
  unread: number;
  staff: { name: string; branchName: string } | null;
}

export function meView(home: Home): MeView {
  const { reader, staff, unreadNotices } = home.me;
  return {
    card: reader
      ? {
          name: reader.name,
          number: grouped(reader.cardNumber),
          category: categoryNames[reader.category],
          until: `有效期至 ${shortDate(reader.expiresOn, home.today)}`,
        }
      : null,
    blocks: reader ? refusalLines(reader.blocks) : [],
    loans: home.loans,
    holds: home.holds,
    ready: home.ready.length,
    unread: unreadNotices,
    staff: staff ? { name: staff.name, branchName: staff.branchName } : null,
  };
}
