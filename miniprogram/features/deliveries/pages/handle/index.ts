import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { tell } from '../../../../lib/tell';
import { handledView } from '../../desk-view';
import { handleActs, isHandleAct } from '../../handle-acts';
import { passFile } from '../../pass-file';

const delivery = loads('deliveryDesk.show', (it, today) => ({ it: handledView(it, today) }));

Page(
  screen([wide, given('deliveryId'), delivery, acts(handleActs), loadsAgain], {
    asked() {
      return { deliveryId: this.data.deliveryId };
    },
    async handOver() {
      const outcome = await this.once('deliver', () => passFile(this.data.deliveryId));
      if (outcome === undefined) return;
      if (typeof outcome === 'string') wx.showToast({ title: outcome, icon: 'none' });
      else if (tell(outcome, '已送达读者')) await this.load();
    },
    openTalk() {
      const talkId = this.data.it?.talkId;
      if (talkId) open(routes.answerTalk(talkId));
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { it, deliveryId } = this.data;
      const { act: id = '' } = dataOf(event);
      if (it && isHandleAct(id)) void this.start(id, { deliveryId, ...it.choices });
    },
  }),
);
