import { open } from '../../../../lib/routes';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { editAnswer } from '../../routes';

const gaps = loads('answerDesk.gaps', ({ list }) => ({ gaps: list }));

Page(
  screen([wide, gaps], {
    data: { gaps: none<{ text: string; times: number }>() },
    write(event: WechatMiniprogram.TouchEvent) {
      open(editAnswer('', dataOf(event).text));
    },
  }),
);
