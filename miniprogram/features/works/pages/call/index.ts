import type { CallPage, WorkSignature } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import type { Picture } from '../../../../lib/picture';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { callView, workRows, type CallView, type WorkRowView } from '../../call-view';
import { ownWorkActs } from '../../own-acts';
import { workRoutes } from '../../routes';
import { workCertificate } from '../../work-certificate';

/** One call: what is wanted, one's own work, and what came of it. */
Page(
  screen([wide, given('callId'), loads('works.call'), acts(ownWorkActs), loadsAgain], {
    data: {
      it: maybe<CallView>(),
      works: none<WorkRowView>(),
      next: '',
      unpublished: 0,
      picture: maybe<Picture>(),
      asksCard: false,
    },
    undrawn: () => ({
      page: one<CallPage | null>(null),
      signature: one<WorkSignature>({ publish: true, signedAs: 'masked', penName: '' }),
    }),
    onShareAppMessage() {
      return { title: this.data.it?.title ?? '书香', path: workRoutes.call(this.data.callId) };
    },
    asked() {
      return { callId: this.data.callId };
    },
    shown(page: CallPage) {
      this.undrawn.page = page;
      if (page.own) {
        const { publish, signedAs, penName } = page.own;
        this.undrawn.signature = { publish, signedAs, penName };
      }
      return { it: callView(page, libraryToday()) };
    },
    async loaded() {
      if (this.data.it?.works) await this.readWorks('');
    },
    async readWorks(after: string) {
      const { callId } = this.data;
      const outcome = await ask('works.published', { callId, ...(after && { after }) });
      if (outcome.kind !== 'value') return;
      const rows = workRows(outcome.value.list);
      this.setData({
        works: after ? [...this.data.works, ...rows] : rows,
        next: outcome.value.next ?? '',
        unpublished: outcome.value.unpublished,
      });
    },
    moreWorks() {
      void this.readWorks(this.data.next);
    },
    begin() {
      if (this.data.it?.asksCard) this.setData({ asksCard: true });
      else open(workRoutes.write(this.data.callId));
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { callId } = this.data;
      const { page, signature } = this.undrawn;
      const mayBeNamed = page?.mayBeNamed ?? false;
      void this.start(dataOf(event).act ?? '', { callId, signature, mayBeNamed });
    },
    openWork(event: WechatMiniprogram.TouchEvent) {
      open(workRoutes.work(dataOf(event).id ?? ''));
    },
    openCertificate() {
      const { page } = this.undrawn;
      if (page) this.setData({ picture: workCertificate(page) });
    },
    closePicture() {
      this.setData({ picture: null });
    },
    closeCard() {
      this.setData({ asksCard: false });
    },
    apply() {
      this.closeCard();
      open(routes.apply);
    },
    link() {
      this.closeCard();
      open(routes.link);
    },
  }),
);
