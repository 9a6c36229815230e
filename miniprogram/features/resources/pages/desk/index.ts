import { act } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { groupsOf, type ResourceGroup } from '../../resource-view';
import { editResource } from '../../routes';

const resources = loads('resourceDesk.list', ({ list }) => ({ groups: groupsOf(list, '', '') }));

Page(
  screen([wide, resources], {
    data: { groups: none<ResourceGroup>() },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(editResource(dataOf(event).id));
    },
    begin() {
      open(editResource());
    },
    /** Two neighbours of a group change places. */
    async move(event: WechatMiniprogram.TouchEvent) {
      const { group, index, by } = dataOf(event);
      const from = Number(index);
      const to = from + Number(by);
      const { [from]: moved, [to]: other } = this.data.groups[Number(group)]?.list ?? [];
      if (!moved || !other) return;
      const pair = { resourceId: moved.resourceId, withResourceId: other.resourceId };
      const done = await this.does('move', () => act('resourceDesk.exchange', pair));
      const list = `groups[${group}].list`;
      if (done) this.setData({ [`${list}[${from}]`]: other, [`${list}[${to}]`]: moved });
    },
  }),
);
