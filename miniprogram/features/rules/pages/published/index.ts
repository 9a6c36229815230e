import type { Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { maybe } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { keepStart } from '../../draft';
import { staffHere } from '../../here';
import { publishedCards, startOf } from '../../published-view';
import { rulesRoutes } from '../../routes';

const sets = loads('rules.published', undefined, { when: 'opened' });

Page(
  screen([wide, sets], {
    data: {
      manages: false,
      opened: '',
      ...publishedCards({ list: [], readerCategories: [], itemTypes: [] }),
    },
    undrawn: () => ({ published: maybe<Output<'rules.published'>>() }),
    async beside() {
      const { manages } = await staffHere();
      this.setData({ manages });
    },
    shown(value: Output<'rules.published'>): Record<string, unknown> {
      this.undrawn.published = value;
      return publishedCards(value);
    },
    unfold(event: WechatMiniprogram.TouchEvent) {
      const { id = '' } = dataOf(event);
      this.setData({ opened: this.data.opened === id ? '' : id });
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      const { id = '', row = '' } = dataOf(event);
      const start = this.undrawn.published && startOf(this.undrawn.published, id, row);
      if (!start) return;
      keepStart(start);
      open(rulesRoutes.newRow);
    },
  }),
);
