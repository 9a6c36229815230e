import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { askingToday, deskHead } from '../../branch';
import { scanWithCamera } from '../../camera';
import { checkInFace } from '../../check-in-view';
import { wedgeHere } from '../../components/scan-field/wedge';
import { signal, silence } from '../../feedback';
import { scanSession, type ScanRow, type ScanSession } from '../../scan-session';
import { deskWidth } from '../../width';

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    branchId: '',
    branchName: '',
    today: '',
    latest: null as ScanRow | null,
    earlier: [] as ScanRow[],
    count: 0,
    note: '',
    turn: 0,
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
    silence();
  },
  async load() {
    await load(this, { ...askingToday(), show: (today) => ({ ...deskHead(today) }) });
  },
  refocus() {
    this.setData({ turn: this.data.turn + 1 });
  },
  openSession(): ScanSession {
    return scanSession({
      action: 'desk.checkIn',
      input: (barcode) => ({ barcode, branchId: this.data.branchId }),
      face: (outcome) => checkInFace(outcome, this.data.today),
      changed: (rows, note) => {
        const count = rows.filter(({ state }) => state === 'done').length;
        this.setData({ latest: rows[0] ?? null, earlier: rows.slice(1), count, note });
      },
      settled: (_outcome, _row, kind) => signal(kind),
    });
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
});
