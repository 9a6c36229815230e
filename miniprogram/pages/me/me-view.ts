import type { Home, Reader } from '../../../typings/contract';
import { shortDate } from '../../lib/dates';
import { refusalLines, type RefusalLine } from '../../lib/refusals';
import { yuan } from '../../lib/money';
import { grouped } from '../../lib/words';

export interface MeView {
  card: { name: string; number: string; category: string; until: string; pending: boolean } | null;
  /** "未付 ¥1.50", or what the library owes; '' when nothing is open. */
  money: string;
  owing: boolean;
  blocks: RefusalLine[];
  loans: number;
  holds: number;
  ready: number;
  unread: number;
  articles: boolean;
  staff: { name: string; branchName: string } | null;
  /** The library has recaps. */
  lectures: boolean;
}

export function meView(home: Home): MeView {
  const { reader, staff, unreadNotices } = home.me;
  return {
    card: reader
      ? {
          name: reader.name,
          number: grouped(reader.cardNumber),
          category: reader.categoryName,
          until: `有效期至 ${shortDate(reader.expiresOn, home.today)}`,
          pending: reader.standing === 'pending',
        }
      : null,
    money: reader ? moneyLine(reader) : '',
    owing: (reader?.owes ?? 0) > 0,
    blocks: reader ? refusalLines(reader.blocks.filter(({ code }) => code !== 'application_pending')) : [],
    loans: home.loans,
    holds: home.holds,
    ready: home.ready.length,
    unread: unreadNotices,
    articles: home.me.hasArticles === true,
    lectures: home.me.noLectures !== true,
    staff: staff ? { name: staff.name, branchName: staff.branchName } : null,
  };
}

/** What is open of the account, in a few words beside its row. */
function moneyLine({ owes, deposit }: Reader): string {
  if (owes > 0) return `未付 ${yuan(owes)}`;
  if (owes < 0) return `余额 ${yuan(-owes)}`;
  return deposit > 0 ? `押金 ${yuan(deposit)}` : '';
}
