import type { CheckedOut } from '../../../../../typings/contract';
import { act, ask, type Outcome } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { lines } from '../../../../lib/tell';
import { askingToday, deskHead } from '../../branch';
import { scanWithCamera } from '../../camera';
import {
  afterCheckOut,
  afterRenewal,
  checkOutFace,
  readerPanel,
  type ReaderPanel,
} from '../../check-out-view';
import { deskLines } from '../../desk-refusals';
import { signal, silence, type Signal } from '../../feedback';
import { scanSession, type ScanRow, type ScanSession } from '../../scan-session';
import { wedgeHere } from '../../components/scan-field/wedge';
import { deskWidth } from '../../width';

/** The signed code of the card page begins so; no barcode does. Scanned among copies it means "next reader". */
const CARD_CODE = /^SX1\./;

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    branchId: '',
    branchName: '',
    today: '',
    reader: null as ReaderPanel | null,
    finding: false,
    /** What was scanned as a card and did not lead to a reader yet. */
    card: '',
    problem: [] as RefusalLine[],
    canRetry: false,
    latest: null as ScanRow | null,
    earlier: [] as ScanRow[],
    borrowed: 0,
    note: '',
    renewing: '',
    turn: 0,
  },
  session: null as ScanSession | null,

  onLoad() {
    void this.load();
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  onShow() {
    keepLook(this);
  },
  onUnload() {
    silence();
  },
  async load() {
    await load(this, { ...askingToday(), show: (today) => ({ ...deskHead(today) }) });
  },
  refocus() {
    this.setData({ turn: this.data.turn + 1 });
  },

  async camera() {
    wedgeHere.set(false);
    const code = await scanWithCamera();
    if (code) this.take(code);
  },
  scanned(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    this.take(event.detail.code);
  },
  take(code: string) {
    if (this.data.problem.length > 0) this.setData({ problem: [] });
    if (!this.data.reader) void this.findReader(code);
    else if (CARD_CODE.test(code)) void this.finish(code);
    else this.session?.scan(code);
  },

  async findReader(scanned: string) {
    if (this.data.finding) return;
    this.setData({ finding: true, card: scanned, problem: [], canRetry: false });
    const outcome = await ask('desk.reader', { scanned });
    if (outcome.kind === 'value') {
      const reader = readerPanel(outcome.value, this.data.today);
      this.session = this.openSession(reader.readerId);
      this.setData({
        finding: false,
        card: '',
        reader,
        latest: null,
        earlier: [],
        borrowed: 0,
        note: '',
        turn: this.data.turn + 1,
      });
      signal(reader.blocks.length > 0 || reader.ready.length > 0 ? 'look' : 'done');
      return;
    }
    const canRetry = outcome.kind === 'offline' || outcome.kind === 'failed';
    this.setData({ finding: false, problem: this.reasons(outcome), canRetry, turn: this.data.turn + 1 });
    signal('refused');
  },
  findAgain() {
    void this.findReader(this.data.card);
  },

  openSession(readerId: string): ScanSession {
    return scanSession({
      action: 'desk.checkOut',
      input: (barcode) => ({ readerId, barcode, branchId: this.data.branchId }),
      face: (outcome) => checkOutFace(outcome, this.data.today),
      changed: (rows, note) => {
        if (this.data.reader?.readerId !== readerId) return;
        const borrowed = rows.filter(({ state }) => state === 'done').length;
        this.setData({ latest: rows[0] ?? null, earlier: rows.slice(1), borrowed, note });
      },
      settled: (outcome, _row, kind) => this.settled(readerId, outcome, kind),
    });
  },
  settled(readerId: string, outcome: Outcome<CheckedOut>, kind: Signal) {
    signal(kind);
    const { reader } = this.data;
    if (outcome.kind !== 'value' || reader?.readerId !== readerId) return;
    this.setData({ reader: afterCheckOut(reader, outcome.value, this.data.today) });
  },
  retry(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    this.session?.retry(event.detail.key);
    this.refocus();
  },

  async renew(event: WechatMiniprogram.CustomEvent<{ loanId: string }>) {
    if (this.data.renewing) return;
    this.setData({ renewing: event.detail.loanId, problem: [] });
    const outcome = await act('desk.renew', { loanId: event.detail.loanId });
    const { reader, today, turn } = this.data;
    const panel = outcome.kind === 'value' && reader ? afterRenewal(reader, outcome.value, today) : reader;
    this.setData({ reader: panel, problem: this.reasons(outcome), renewing: '', turn: turn + 1 });
    signal(outcome.kind === 'value' ? 'done' : 'refused');
  },
  /** Why not, in place: a dialog would take the focus from the scanner. */
  reasons(outcome: Outcome<unknown>): RefusalLine[] {
    return outcome.kind === 'refused' ? deskLines(outcome.refusals, this.data.today) : (lines(outcome) ?? []);
  },

  done() {
    void this.finish('');
  },
  /** Ends with this reader; copies without an answer are asked about, as leaving them could lose a loan on the screen. */
  async finish(nextCard: string) {
    const open = this.session?.open() ?? 0;
    if (open > 0 && !(await sure(open))) {
      this.refocus();
      return;
    }
    this.session = null;
    this.setData({
      reader: null,
      latest: null,
      earlier: [],
      borrowed: 0,
      note: '',
      problem: [],
      card: '',
      turn: this.data.turn + 1,
    });
    if (nextCard) await this.findReader(nextCard);
  },
});

async function sure(open: number): Promise<boolean> {
  const { confirm } = await wx.showModal({
    title: `还有 ${open} 册没有回复`,
    content: '它们可能还没有借成。建议先点“重试”，等每一册都有结果。',
    // A scanner's Enter presses the confirming button: that must be the one that loses nothing.
    confirmText: '回去处理',
    cancelText: '仍然结束',
  });
  return !confirm;
}
