import type { LocalDate } from '../../../typings/contract';
import type { DeskReader } from '../../../typings/contract';
import { textIn } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { ask, type Outcome } from '../../lib/call';
import { birthDayField, birthDayIn } from './birth-day';
import { lineState } from './offline/desk-line';
import { overrideFrom, overrideSheet, renew } from './override-act';
import type { ScanSession } from './scan-session';

/** A loan of the reader who stands here, or a row of what is being scanned. */
export interface AtCheckOut {
  today: LocalDate;
  loanId: string;
  key: string;
  session: ScanSession | null;
  /** The card of whoever is asked for their day of birth. */
  scanned: string;
}

/** What the desk does beside scanning while it lends. */
export const checkOutActs = actsOn<AtCheckOut>()({
  renew,
  birthDay: {
    words: '核对生日',
    sheet: () => ({
      note: '按本馆规定，没有二维码时要核对生日。请问读者生日是几月几日，不要先说出来。',
      fields: [birthDayField('读者的生日', true)],
      confirm: '核对',
    }),
    wrong: ({ birthDay = '' }) =>
      birthDayIn(birthDay) ? undefined : { code: 'birthDay', text: '请输入几月几日，例如 0501。' },
    /** Without a network it is written down with the scan, and the library looks at it later. */
    run: async ({ scanned }, answers): Promise<Outcome<DeskReader | null>> =>
      lineState().down
        ? { kind: 'value', value: null }
        : ask('desk.reader', { scanned, birthDay: birthDayIn(textIn(answers, 'birthDay')) ?? '' }),
  },
  lend: {
    words: '写明理由，放行',
    sheet: ({ today }) => overrideSheet('以上各项都会被放行，姓名、时间和理由记入操作记录。', today),
    run: async ({ session, key }, answers) =>
      session ? session.override(key, overrideFrom(answers)) : { kind: 'offline' },
  },
});
