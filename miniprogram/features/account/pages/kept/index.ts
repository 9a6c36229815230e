import { fromQuery } from '../../../../lib/routes';
import { loads } from '../../../../lib/screen/loads';
import { none } from '../../../../lib/screen/empty';
import type { Query } from '../../../../lib/screen/part';
import { screen } from '../../../../lib/screen/screen';
import type { Output } from '../../../../lib/call';
import { childText } from '../../texts';

const kept = loads('account.kept', ({ list }) => ({ list }), { keep: true });

Page(
  screen([kept], {
    data: {
      list: none<Output<'account.kept'>['list'][number]>(),
      childText,
      /** A guardian who is asked reads first what is said of children. */
      forChild: false,
    },
    onLoad(query: Query) {
      this.setData({ forChild: fromQuery(query, 'for') === 'child' });
    },
  }),
);
