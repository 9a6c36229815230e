import type { LocalDate } from '../../../../../typings/contract';
import { addDays, longDate } from '../../../../lib/dates';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { open, routes } from '../../../../lib/routes';
import { deskWidth } from '../../../../lib/width';
import { askingToday, deskHead } from '../../branch';
import { scanWithCamera } from '../../../../lib/camera';
import { checkInFace } from '../../check-in-view';
import { wedgeHere } from '../../../../components/scan-field/wedge';
import { deskLines } from '../../desk-refusals';
import { signal, silence } from '../../../../lib/feedback';
import { arrivalFace } from '../../offline/arrival-view';
import {
  isClear,
  leaveWaiting,
  noteAnswered,
  noteDown,
  noteSent,
  takeBack,
  writeDown,
} from '../../offline/desk-line';
import type { KeptScan } from '../../offline/line';
import type { Settled } from '../../offline/replaying';
import { deskRoutes } from '../../routes';
import { countText, type ScanRow } from '../../scan-row';
import { scanSession, type ScanSession } from '../../scan-session';

/** A book drop is emptied on the next open day; further back the desk decides case by case. */
const DROP_DAYS = 14;

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    branchId: '',
    branchName: '',
    today: '',
    /** The day on which the books of the drop were brought back; '' counts today. */
    returnedOn: '',
    dropText: '',
    earliest: '',
    latest: null as ScanRow | null,
    earlier: [] as ScanRow[],
    heading: '',
    note: '',
    turn: 0,
    /** The camera stays open and reads book after book. */
    filming: false,
  },
  session: null as ScanSession | null,

  onLoad() {
    this.session = this.openSession();
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
    const outcome = await load(this, {
      ...askingToday(),
      show: (today) => ({ ...deskHead(today), earliest: addDays(today.today, -DROP_DAYS) }),
    });
    if (outcome.kind !== 'offline') return;
    noteDown();
    // The bar of the desk says it, with what may be done meanwhile.
    if (this.data.branchId) this.setData({ state: { kind: 'ready' } });
  },
  refocus() {
    this.setData({ turn: this.data.turn + 1 });
  },

  /** Chosen once for all books of the drop; yesterday to begin with, as a drop is emptied in the morning. */
  setDrop(event: WechatMiniprogram.TouchEvent) {
    const on = event.currentTarget.dataset.on === 'yes';
    this.countFrom(on ? this.data.returnedOn || addDays(this.data.today, -1) : '');
  },
  pickDrop(event: WechatMiniprogram.CustomEvent<{ value: LocalDate }>) {
    this.countFrom(event.detail.value);
  },
  countFrom(returnedOn: LocalDate) {
    const dropText = returnedOn ? longDate(returnedOn, this.data.today) : '';
    this.setData({ returnedOn, dropText, turn: this.data.turn + 1 });
  },

  openSession(): ScanSession {
    return scanSession({
      action: 'desk.checkIn',
      input: (barcode) => ({
        barcode,
        branchId: this.data.branchId,
        ...(this.data.returnedOn ? { returnedOn: this.data.returnedOn } : {}),
      }),
      face: (outcome) => checkInFace(outcome, this.data.today),
      changed: (rows, note) => {
        this.setData({
          latest: rows[0] ?? null,
          earlier: rows.slice(1),
          heading: countText(rows, '已还'),
          note,
        });
      },
      settled: (_outcome, _row, kind) => signal(kind),
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
            action: 'checkIn',
            barcode,
            branchId: this.data.branchId,
            ...(this.data.returnedOn ? { returnedOn: this.data.returnedOn } : {}),
            scannedAt: new Date(at).toISOString(),
          }),
      },
    });
  },
  /** A kept scan has its answer: its line says what became of it. */
  arrived(event: WechatMiniprogram.CustomEvent<{ scan: KeptScan; what: Settled }>) {
    const { scan, what } = event.detail;
    const { today } = this.data;
    if (what.kind === 'checkedOut') return;
    const face =
      what.kind === 'replayed'
        ? arrivalFace(what.value, today, (because) => deskLines(because, today))
        : checkInFace(what.outcome, today);
    this.session?.arrived(scan, face);
  },
  film() {
    wedgeHere.set(false);
    this.setData({ filming: !this.data.filming });
  },
  async camera() {
    wedgeHere.set(false);
    const code = await scanWithCamera();
    if (code) this.session?.scan(code);
  },
  scanned(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    this.session?.scan(event.detail.code);
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
  conflicts() {
    open(deskRoutes.conflicts);
  },
  help() {
    open(deskRoutes.helpOn('check-in'));
  },
});
