import { ask } from '../../../../lib/call';
import { keepLook, lookNow } from '../../../../lib/look';
import { open } from '../../../../lib/routes';
import type { RefusalLine } from '../../../../lib/refusals';
import { lines } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { scanWithCamera } from '../../../../lib/camera';
import { dataOf } from '../../list-screen';
import { deskRoutes } from '../../routes';

type Found = { readerId: string; name: string; cardNumber: string; categoryName: string; standing: string };

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    list: [] as Found[],
    asked: '',
    busy: false,
    problem: [] as RefusalLine[],
  },
  onShow() {
    keepLook(this);
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  scanned(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    void this.find(event.detail.code);
  },
  async camera() {
    const code = await scanWithCamera();
    if (code) void this.find(code);
  },
  async find(query: string) {
    // The code of the card page is signed and changes: only the reader's own page can read it.
    if (/^SX1\./.test(query)) return open(deskRoutes.reader(query));
    this.setData({ busy: true, problem: [], asked: query });
    const outcome = await ask('desk.findReaders', { query });
    this.setData({ busy: false });
    if (this.data.asked !== query) return;
    if (outcome.kind !== 'value') return this.setData({ problem: lines(outcome) ?? [], list: [] });
    const { list } = outcome.value;
    this.setData({ list });
    const [only] = list;
    if (only && list.length === 1) open(deskRoutes.reader(only.cardNumber));
  },
  again() {
    void this.find(this.data.asked);
  },
  openReader(event: WechatMiniprogram.TouchEvent) {
    open(deskRoutes.reader(dataOf(event).card ?? ''));
  },
  help() {
    open(deskRoutes.helpOn('reader'));
  },
  newCard() {
    open(deskRoutes.newCard);
  },
});
