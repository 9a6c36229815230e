import type { LocalDate, LogRow } from '../../../typings/contract';
import type { Input } from '../../lib/call';
import { datesInWords, moment } from '../../lib/dates';
import { refusalName } from './refusal-names';

/** The words of the operation log for what the log names by its action. */
const DONE: Record<string, string> = {
  'desk.checkOut': '借书',
  'desk.checkIn': '还书',
  'desk.renew': '续借',
  'desk.undo': '撤销',
  'desk.replay': '补办离线记录',
  'desk.settleConflict': '处理离线冲突',
  'desk.claimReturned': '读者称已还',
  'desk.declareLost': '登记遗失',
  'desk.damage': '登记破损',
  'desk.setItem': '改复本状态',
  'desk.placeHold': '代预约',
  'desk.moveHold': '调整预约顺序',
  'desk.cancelHold': '取消预约',
  'desk.recall': '催还',
  'desk.decideApplication': '审核新证',
  'desk.newCard': '办新证',
  'desk.replaceCard': '补证',
  'desk.changeReader': '改读者资料',
  'fees.charge': '记费用',
  'fees.pay': '收款',
  'fees.waive': '减免',
  'fees.refund': '退款',
  'fees.credit': '记预存',
  'fees.payDeposit': '收押金',
  'fees.returnDeposit': '退押金',
};

interface LogLine {
  key: string;
  at: string;
  name: string;
  outcome: string;
  title: string;
  detail: string;
  /** Which refusals were set aside, and why; '' when none were. */
  override: string;
  barcode: string;
}

export function logLine(row: LogRow, today: LocalDate): LogLine {
  return {
    key: row.operationId,
    at: moment(row.at, today),
    name: DONE[row.action] ?? '',
    outcome: datesInWords(row.outcome, today),
    title: row.titleName,
    detail: [row.readerName, row.barcode, row.staffName].filter(Boolean).join(' · '),
    override: row.override
      ? `放行 ${row.override.codes.map(refusalName).join('、')}：${row.override.comment}`
      : '',
    barcode: row.barcode,
  };
}

interface LogFilters {
  barcode: string;
  readerId: string;
  overridesOnly: boolean;
  from: LocalDate;
}

/** Only what the log is narrowed by is sent. */
export function filtersOf({
  barcode,
  readerId,
  overridesOnly,
  from,
}: LogFilters): Partial<Input<'desk.log'>> {
  return {
    ...(barcode ? { barcode } : {}),
    ...(readerId ? { readerId } : {}),
    ...(overridesOnly ? { overridesOnly } : {}),
    ...(from ? { from } : {}),
  };
}

/** What a log that was opened for one copy or one reader is about; the reader's name is not known yet. */
export function aboutText({ barcode, readerId }: Partial<LogFilters>): string {
  if (barcode) return `条码 ${barcode}`;
  return readerId ? '这位读者' : '';
}
