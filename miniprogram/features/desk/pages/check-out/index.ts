import type { CheckedOut, LocalDate } from '../../../../../typings/contract';
import type { Answers } from '../../../../components/ask-sheet/fields';
import { answerWith, notAsking, type Asking } from '../../../../lib/asking';
import { act, ask, type Outcome } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { open, routes } from '../../../../lib/routes';
import type { RefusalLine } from '../../../../lib/refusals';
import { lines } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { askingToday, deskHead, rolesHere } from '../../branch';
import { scanWithCamera } from '../../../../lib/camera';
import {
  afterCheckOut,
  afterRenewal,
  afterUndo,
  checkOutFace,
  readerPanel,
  type ReaderPanel,
} from '../../check-out-view';
import { wedgeHere } from '../../../../components/scan-field/wedge';
import { deskLines } from '../../desk-refusals';
import { signal, silence, type Signal } from '../../../../lib/feedback';
import { arrivalFace } from '../../offline/arrival-view';
import {
  isClear,
  leaveWaiting,
  lineState,
  noteAnswered,
  noteDown,
  noteSent,
  takeBack,
  writeDown,
} from '../../offline/desk-line';
import type { KeptScan } from '../../offline/line';
import type { Settled } from '../../offline/replaying';
import { askOverride, overrideFrom } from '../../override-ask';
import { canOverride, learnOverrides } from '../../override-view';
import { deskRoutes } from '../../routes';
import { countText, type ScanRow } from '../../scan-row';
import { scanSession, type ScanSession } from '../../scan-session';

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
    /** Without a network: the card as it was scanned, unchecked. */
    unchecked: '',
    finding: false,
    /** What was scanned as a card and did not lead to a reader yet. */
    card: '',
    problem: [] as RefusalLine[],
    canRetry: false,
    onSite: false,
    latest: null as ScanRow | null,
    earlier: [] as ScanRow[],
    heading: '',
    note: '',
    renewing: '',
    /** The row or the loan that the sheet is for. */
    asked: '',
    ask: notAsking as Asking,
    turn: 0,
    /** The camera stays open and reads book after book. */
    filming: false,
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
    this.session?.leave();
    silence();
  },
  async load() {
    const outcome = await load(this, { ...askingToday(), show: (today) => ({ ...deskHead(today) }) });
    if (outcome.kind !== 'offline') return;
    noteDown();
    // The bar of the desk says it, with what may be done meanwhile.
    if (this.data.branchId) this.setData({ state: { kind: 'ready' } });
  },
  refocus() {
    if (!this.data.ask.visible) this.setData({ turn: this.data.turn + 1 });
  },
  setOnSite(event: WechatMiniprogram.TouchEvent) {
    this.setData({ onSite: event.currentTarget.dataset.on === 'yes' });
    this.refocus();
  },

  film() {
    wedgeHere.set(false);
    this.setData({ filming: !this.data.filming });
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
    if (!this.session) void this.findReader(code);
    else if (CARD_CODE.test(code)) void this.finish(code);
    else this.session.scan(code);
  },

  async findReader(scanned: string) {
    if (this.data.finding) return;
    if (lineState().down) return this.begin(null, scanned);
    this.setData({ finding: true, card: scanned, problem: [], canRetry: false });
    const outcome = await ask('desk.reader', { scanned });
    this.setData({ finding: false });
    if (outcome.kind === 'value') {
      const reader = readerPanel(outcome.value, this.data.today);
      this.begin(reader, reader.cardNumber);
      signal(reader.blocks.length > 0 || reader.ready.length > 0 ? 'look' : 'done');
      return;
    }
    if (outcome.kind === 'offline') {
      noteDown();
      return this.begin(null, scanned);
    }
    const canRetry = outcome.kind === 'failed';
    this.setData({ problem: this.reasons(outcome), canRetry, turn: this.data.turn + 1 });
    signal('refused');
  },
  findAgain() {
    void this.findReader(this.data.card);
  },
  /** One reader at the desk: known, or without a network by the card alone. */
  begin(reader: ReaderPanel | null, card: string) {
    this.session = this.openSession(reader?.readerId ?? '', card);
    if (!reader) signal('look');
    this.setData({ ...NOBODY, reader, unchecked: reader ? '' : card, turn: this.data.turn + 1 });
  },

  openSession(readerId: string, card: string): ScanSession {
    const mine = () => this.session === session;
    const session: ScanSession = scanSession({
      action: 'desk.checkOut',
      input: (barcode, override) =>
        readerId
          ? {
              readerId,
              barcode,
              branchId: this.data.branchId,
              ...(this.data.onSite ? { onSite: true } : {}),
              ...(override ? { override } : {}),
            }
          : undefined,
      face: (outcome) => checkOutFace(outcome, this.data.today, rolesHere()),
      changed: (rows, note) => {
        if (!mine()) return;
        this.setData({
          latest: rows[0] ?? null,
          earlier: rows.slice(1),
          heading: countText(rows, '已借'),
          note,
        });
      },
      settled: (outcome, _row, kind) => this.settled(readerId, outcome, kind),
      undone: ({ barcode }) => {
        const { reader } = this.data;
        if (mine() && reader) this.setData({ reader: afterUndo(reader, barcode) });
      },
      undoLines: (refusals) => deskLines(refusals, this.data.today),
      line: {
        isClear,
        noteDown,
        noteSent,
        noteAnswered,
        leaveWaiting,
        takeBack,
        writeDown: ({ barcode, at }) =>
          writeDown({
            action: 'checkOut',
            barcode,
            branchId: this.data.branchId,
            scannedAt: new Date(at).toISOString(),
            card,
            ...(this.data.onSite ? { onSite: true } : {}),
          }),
      },
    });
    return session;
  },
  settled(readerId: string, outcome: Outcome<CheckedOut>, kind: Signal) {
    signal(kind);
    const { reader } = this.data;
    if (outcome.kind !== 'value' || reader?.readerId !== readerId) return;
    this.setData({ reader: afterCheckOut(reader, outcome.value, this.data.today) });
  },
  /** A kept scan has its answer: its line says what became of it. */
  arrived(event: WechatMiniprogram.CustomEvent<{ scan: KeptScan; what: Settled }>) {
    const { scan, what } = event.detail;
    const today: LocalDate = this.data.today;
    if (what.kind === 'checkedIn') return;
    const face =
      what.kind === 'replayed'
        ? arrivalFace(what.value, today, (because) => deskLines(because, today))
        : checkOutFace(what.outcome, today, rolesHere());
    this.session?.arrived(scan, face);
  },
  retry(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    this.session?.retry(event.detail.key);
    this.refocus();
  },
  undo(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    void this.session?.undo(event.detail.key);
    this.refocus();
  },
  pay(event: WechatMiniprogram.CustomEvent<{ readerId: string }>) {
    open(routes.fees(event.detail.readerId));
  },
  showReader() {
    const { reader } = this.data;
    if (reader) open(deskRoutes.reader(reader.cardNumber));
  },
  conflicts() {
    open(deskRoutes.conflicts);
  },
  help() {
    open(deskRoutes.helpOn('check-out'));
  },

  override(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    const note = '以上各项都会被放行，姓名、时间和理由记入操作记录。';
    this.setData({ asked: event.detail.key, ask: askOverride('checkOut', note, this.data.today) });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false });
    this.refocus();
  },
  async answered(event: WechatMiniprogram.CustomEvent<{ answers: Answers }>) {
    const { ask: sheet, asked, today } = this.data;
    const override = overrideFrom(event.detail.answers);
    const run =
      sheet.what === 'renew'
        ? () => act('desk.renew', { loanId: asked, override })
        : () => this.session?.override(asked, override) ?? Promise.resolve({ kind: 'offline' as const });
    const done = await answerWith(this, run as () => Promise<Outcome<unknown>>, (refusals) => {
      learnOverrides(refusals);
      return deskLines(refusals, today);
    });
    if (done === undefined) return;
    if (sheet.what === 'renew') this.renewed(done as Parameters<typeof afterRenewal>[1]);
    this.refocus();
  },

  async renew(event: WechatMiniprogram.CustomEvent<{ loanId: string }>) {
    const { loanId } = event.detail;
    if (this.data.renewing) return;
    this.setData({ renewing: loanId, problem: [] });
    const outcome = await act('desk.renew', { loanId });
    this.setData({ renewing: '' });
    if (outcome.kind === 'value') return this.renewed(outcome.value);
    signal('refused');
    if (outcome.kind === 'refused' && canOverride(learnOverrides(outcome.refusals), rolesHere())) {
      const why = deskLines(outcome.refusals, this.data.today).map(({ text }) => text);
      this.setData({ asked: loanId, ask: askOverride('renew', why.join(''), this.data.today) });
      return;
    }
    this.setData({ problem: this.reasons(outcome), turn: this.data.turn + 1 });
  },
  renewed(loan: Parameters<typeof afterRenewal>[1]) {
    const { reader, today, turn } = this.data;
    this.setData({ reader: reader && afterRenewal(reader, loan, today), turn: turn + 1 });
    signal('done');
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
    this.session?.leave();
    this.session = null;
    this.setData({ ...NOBODY, onSite: false, turn: this.data.turn + 1 });
    if (nextCard) await this.findReader(nextCard);
  },
});

const NOBODY = {
  reader: null,
  unchecked: '',
  latest: null,
  earlier: [],
  note: '',
  problem: [],
  card: '',
};

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
