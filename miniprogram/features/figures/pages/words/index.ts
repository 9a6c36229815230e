import { none } from '../../../../lib/screen/empty';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import type { InterestWordForDesk } from '../../../../../typings/contract';
import { wordActs } from '../../word-acts';

const words = loads('interestDesk.list', ({ list }) => ({
  list: list.map((word) => ({
    ...word,
    leads: [...word.classes, ...word.subjects].join('、') || '还没有对应',
  })),
}));

/** The words that readers choose their interests from. */
Page(
  screen([wide, words, acts(wordActs)], {
    data: { list: none<InterestWordForDesk & { leads: string }>() },
    begin() {
      void this.start('save', null);
    },
    change(event: WechatMiniprogram.TouchEvent) {
      const word = this.data.list.find(({ interestId }) => interestId === dataOf(event).id);
      if (word) void this.start('save', word);
    },
    async acted() {
      await this.load();
    },
  }),
);
