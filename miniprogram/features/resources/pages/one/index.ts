import { routes } from '../../../../lib/routes';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { noteStep } from '../../../../lib/search-trail';
import { resourceView } from '../../resource-view';

const resource = loads(
  'resources.get',
  (it) => {
    noteStep({ kind: 'resource', resourceId: it.resourceId }, it.name);
    return { it: resourceView(it) };
  },
  { keep: true },
);

Page(
  screen([wide, given('resourceId'), resource], {
    data: {
      /** The sheet that says what to do with the address. */
      opening: false,
      copied: false,
    },
    onShareAppMessage() {
      const { it, resourceId } = this.data;
      return { title: it?.name ?? '数据库与特色馆藏', path: routes.resource(resourceId) };
    },
    asked() {
      return { resourceId: this.data.resourceId };
    },
    /**
     * A mini program opens no site of others: the address goes to the clipboard, with a word of what to do
     * next.
     */
    use() {
      const { it } = this.data;
      if (!it?.url) return;
      wx.setClipboardData({
        data: it.url,
        success: () => this.setData({ opening: true, copied: true }),
        // Refused or not declared: the address can still be read and marked by hand.
        fail: () => this.setData({ opening: true, copied: false }),
      });
    },
    close() {
      this.setData({ opening: false });
    },
  }),
);
