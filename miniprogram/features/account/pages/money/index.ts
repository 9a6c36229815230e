import type { Output } from '../../../../lib/call';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { moneyHead, moneyRow } from '../../money-view';

const lines = paged('account.lines', ({ list }, today) => list.map((line) => moneyRow(line, today)), {
  keep: true,
});

Page(
  screen([lines], {
    data: { sum: '', about: '', tone: '', deposit: '' },
    head(answer: Output<'account.lines'>) {
      return moneyHead(answer);
    },
  }),
);
