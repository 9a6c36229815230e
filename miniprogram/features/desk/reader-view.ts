import type { DeskReader, LocalDate, Refusal } from '../../../typings/contract';
import { longDate, shortDate } from '../../lib/dates';
import { yuan } from '../../lib/money';
import { grouped } from '../../lib/words';
import { loanRow, type LoanRow } from './check-out-view';
import { deskLines } from './desk-refusals';
import { readerActs, type ReaderActName } from './reader-acts';

interface BlockLine {
  code: string;
  text: string;
  next: string;
  /** Which act lifts it, with what its button says; '' when only time or a return does. */
  lift: 'pay' | 'deposit' | ReaderActName | '';
  liftText: string;
}

export interface ReaderView {
  readerId: string;
  name: string;
  cardNumber: string;
  facts: { name: string; value: string }[];
  standing: string;
  blocks: BlockLine[];
  loans: LoanRow[];
  loanCount: string;
  money: { text: string; owes: boolean };
  ready: { holdId: string; title: string; where: string }[];
}

export function readerView(reader: DeskReader, today: LocalDate): ReaderView {
  return {
    readerId: reader.readerId,
    name: reader.name,
    cardNumber: reader.cardNumber,
    standing: reader.standing === 'pending' ? '待审核' : reader.standing === 'closed' ? '已注销' : '',
    facts: [
      { name: '证号', value: grouped(reader.cardNumber) },
      { name: '类别', value: reader.categoryName },
      {
        name: '有效期',
        value: `到 ${longDate(reader.expiresOn, today)}${reader.expiresOn < today ? '，已过期' : ''}`,
      },
      { name: '监护人', value: reader.guardianName ?? '' },
      { name: '小读者', value: reader.children.map(({ name }) => name).join('、') },
    ].filter(({ value }) => value !== ''),
    blocks: reader.blocks.map((refusal) => blockLine(refusal, today)),
    loans: reader.loans.map((loan) => loanRow(loan, today)),
    loanCount:
      reader.limit === null ? `${reader.loans.length} 册` : `${reader.loans.length}/${reader.limit} 册`,
    money: moneyOf(reader),
    ready: reader.ready.map(({ holdId, title, branchName, barcode, pickUpBy }) => ({
      holdId,
      title: title.title,
      where: `${branchName}预约架 · ${barcode} · 保留到 ${shortDate(pickUpBy, today)}`,
    })),
  };
}

function moneyOf({ owes, deposit }: DeskReader): ReaderView['money'] {
  const account = owes > 0 ? `欠费 ${yuan(owes)}` : owes < 0 ? `预存 ${yuan(-owes)}` : '没有欠费';
  return { text: deposit ? `${account} · 押金 ${yuan(deposit)}` : account, owes: owes > 0 };
}

function blockLine(refusal: Refusal, today: LocalDate): BlockLine {
  const [line] = deskLines([refusal], today);
  const { lift, liftText } = LIFTS[refusal.code] ?? { lift: '' as const, liftText: '' };
  return { code: refusal.code, text: line?.text ?? '', next: line?.next ?? '', lift, liftText };
}

const LIFTS: Partial<Record<Refusal['code'], Pick<BlockLine, 'lift' | 'liftText'>>> = {
  owes_too_much: { lift: 'pay', liftText: '收款' },
  deposit_missing: { lift: 'deposit', liftText: '收押金' },
  guardian_unconfirmed: lifting('guardian'),
  card_expired: lifting('extend'),
  reader_blocked: lifting('unblock'),
  reader_suspended: lifting('unsuspend'),
  holds_stopped: lifting('unsuspend'),
};

function lifting(lift: ReaderActName): Pick<BlockLine, 'lift' | 'liftText'> {
  return { lift, liftText: readerActs[lift].words };
}

export interface ReaderActRow {
  act: ReaderActName;
  name: string;
  icon: string;
  urgent: boolean;
}

/**
 * What is offered with the card, in this order. `manages`: whoever looks may change what the card is good
 * for; `guarded`: the reader has a guardian.
 */
export function readerActRows(manages: boolean, guarded = false): ReaderActRow[] {
  const row = (act: ReaderActName, icon: string, urgent = false): ReaderActRow => ({
    act,
    name: readerActs[act].words,
    icon,
    urgent,
  });
  return [
    ...(manages ? [row('extend', 'calendar')] : []),
    row('replace', 'card'),
    row('password', 'shield'),
    ...(manages ? [row('category', 'user')] : []),
    ...(guarded ? [row('release', 'logout', true)] : []),
    row('block', 'alert', true),
  ];
}
