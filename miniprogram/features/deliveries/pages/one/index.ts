import { act } from '../../../../lib/call';
import { download } from '../../../../lib/cloud-files';
import { showFile } from '../../../../lib/show-file';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { deliveryView } from '../../delivery-view';
import { ownActs } from '../../own-acts';

const delivery = loads('deliveries.show', (it, today) => ({ it: deliveryView(it, today) }));

Page(
  screen([wide, given('deliveryId'), delivery, acts(ownActs), loadsAgain], {
    asked() {
      return { deliveryId: this.data.deliveryId };
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { it, deliveryId } = this.data;
      const { act: id = '' } = dataOf(event);
      if (it) void this.start(id, { deliveryId, cost: it.cost, costWords: it.costWords });
    },
    /** One opening of the link: fetched at once, as what it leads to is gone within minutes. */
    async openFile() {
      const { deliveryId } = this.data;
      const opened = await this.does('open', () => act('deliveries.open', { deliveryId }));
      if (!opened) return;
      const path = await this.once('open', () => download(opened.fileId));
      const shown = path !== undefined && (await showFile(path, opened.fileId));
      if (!shown) wx.showToast({ title: '没有打开，请再试', icon: 'none' });
      await this.load();
    },
    askAgain() {
      open(routes.askDelivery({ title: this.data.it?.title ?? '' }));
    },
    askLibrarian() {
      open(routes.askLibrarian({ words: `文献传递《${this.data.it?.title ?? ''}》`.slice(0, 60) }));
    },
  }),
);
