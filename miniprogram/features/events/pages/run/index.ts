import type { DeskEventPage } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { act, ask } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { scans } from '../../../../lib/screen/scans';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { newRequestId } from '../../../../lib/intent';
import { libraryToday } from '../../../../lib/session';
import { lines } from '../../../../lib/tell';
import { deskActs, type DeskFacts } from '../../desk-acts';
import { dropScan, kept, keepScan, workOff, type DoorScan } from '../../door-line';
import { bringPhotos, keepTable } from '../../files';
import { personRows, runView, type PersonRow, type RunView } from '../../desk-view';

const event = loads('eventDesk.event', (page, today) => runView(page, today, Date.now()));

const doorRows = (eventId: string): DoorScan[] => kept().filter((scan) => scan.eventId === eventId);

/** The library's first reason, in its words. */
const whyNot = (outcome: Parameters<typeof lines>[0]): string => lines(outcome)?.[0]?.text ?? '没有签到';

/** One event at the desk: its parts, who comes, and the door. */
Page(
  screen([wide, given('eventId'), event, scans, submits(), acts(deskActs)], {
    data: {
      title: '',
      parts: none<RunView['parts'][number]>(),
      ways: none<RunView['ways'][number]>(),
      links: none<RunView['links'][number]>(),
      figures: none<RunView['figures'][number]>(),
      atDoor: false,
      takesNames: true,
      facts: one<DeskFacts | null>(null),
      people: none<PersonRow>(),
      nextPeople: '',
      came: '',
      door: none<DoorScan>(),
      photos: none<DeskEventPage['photos'][number]>(),
      mayPhoto: false,
    },
    undrawn: () => ({ online: one<(() => void) | null>(null) }),
    onLoad() {
      this.undrawn.online = () => void this.sendKept();
      wx.onNetworkStatusChange(this.undrawn.online);
    },
    async onShow() {
      await this.sendKept();
    },
    onUnload() {
      if (this.undrawn.online) wx.offNetworkStatusChange(this.undrawn.online);
    },
    asked() {
      return { eventId: this.data.eventId };
    },
    async loaded() {
      await this.readPeople('');
    },
    async readPeople(after: string) {
      const outcome = await ask('eventDesk.people', { eventId: this.data.eventId, ...(after && { after }) });
      if (outcome.kind !== 'value') return;
      const rows = personRows(outcome.value.list, libraryToday());
      this.setData({
        people: after ? [...this.data.people, ...rows] : rows,
        nextPeople: outcome.value.next ?? '',
      });
    },
    morePeople() {
      void this.readPeople(this.data.nextPeople);
    },
    begin(tapped: WechatMiniprogram.TouchEvent) {
      const { facts } = this.data;
      if (facts) void this.start(dataOf(tapped).act ?? '', facts);
    },
    openLink(tapped: WechatMiniprogram.TouchEvent) {
      open(dataOf(tapped).url ?? '');
    },
    async acted({ id, value }: Acted<DeskFacts, typeof deskActs>) {
      if (id === 'recap') open(routes.editLecture(value.lectureId));
      else if (id === 'exportPeople') await keepTable(value.fileName, value.csv);
      else if ((id === 'copy' || id === 'another') && value.eventId !== this.data.eventId)
        open(routes.runEvent(value.eventId));
      else await this.load();
    },
    /** Somebody shows their card. */
    async scan(scanned: string) {
      await this.checkIn({ scanned }, scanned.slice(-4));
      this.nextScan();
    },
    async byName(tapped: WechatMiniprogram.TouchEvent) {
      const { id: readerId = '', name = '' } = dataOf(tapped);
      await this.checkIn({ readerId }, name);
    },
    async checkIn(who: { scanned?: string; readerId?: string }, name: string) {
      const { eventId } = this.data;
      const scan = { eventId, ...who, name, at: new Date().toISOString(), requestId: newRequestId() };
      const outcome = await this.once('checkIn', () =>
        act('eventDesk.checkIn', { eventId, ...who }, scan.requestId),
      );
      if (!outcome) return;
      if (outcome.kind === 'offline' && keepScan(scan)) {
        this.setData({ came: '没有网络，已记在手机上', refusals: [], door: doorRows(eventId) });
        return;
      }
      if (outcome.kind !== 'value') {
        this.explain(outcome, '没有签到', { came: '' });
        return;
      }
      const { places, before, name: seen } = outcome.value;
      const together = places > 1 ? `，${places} 位` : '';
      this.setData({ came: before ? `${seen} 已经签过到了` : `${seen} 签到了${together}`, refusals: [] });
      await this.load();
    },
    /** What was kept is sent; what the library refused is shown until somebody has read it. */
    async sendKept() {
      const { eventId } = this.data;
      if (await workOff(eventId, whyNot)) await this.load();
      this.setData({ door: doorRows(eventId) });
    },
    dropKept(tapped: WechatMiniprogram.TouchEvent) {
      dropScan(dataOf(tapped).id ?? '');
      this.setData({ door: doorRows(this.data.eventId) });
    },
    async addPhotos() {
      const added = await bringPhotos();
      if (added.length > 0) await this.keepPhotos([...this.data.photos, ...added]);
    },
    async takePhoto(tapped: WechatMiniprogram.TouchEvent) {
      const { index } = dataOf(tapped);
      await this.keepPhotos(this.data.photos.filter((_, n) => n !== Number(index)));
    },
    async keepPhotos(photos: DeskEventPage['photos']) {
      const { eventId } = this.data;
      const saved = await this.does('photos', () => act('eventDesk.setPhotos', { eventId, photos }));
      if (saved) this.setData({ photos });
    },
    showCode() {
      open(routes.eventCode(this.data.eventId));
    },
    shownNow(page: DeskEventPage) {
      return runView(page, libraryToday(), Date.now());
    },
  }),
);
