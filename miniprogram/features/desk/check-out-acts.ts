import type { LocalDate } from '../../../typings/contract';
import { actsOn } from '../../lib/acts';
import { overrideFrom, overrideSheet, renew } from './override-act';
import type { ScanSession } from './scan-session';

/** A loan of the reader who stands here, or a row of what is being scanned. */
export interface AtCheckOut {
  today: LocalDate;
  loanId: string;
  key: string;
  session: ScanSession | null;
}

/** What the desk does beside scanning while it lends. */
export const checkOutActs = actsOn<AtCheckOut>()({
  renew,
  lend: {
    words: '写明理由，放行',
    sheet: ({ today }) => overrideSheet('以上各项都会被放行，姓名、时间和理由记入操作记录。', today),
    run: async ({ session, key }, answers) =>
      session ? session.override(key, overrideFrom(answers)) : { kind: 'offline' },
  },
});
