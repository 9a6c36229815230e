import type { LocalDate, Wish } from '../../../../../typings/contract';
import { localDateOf, shortDate } from '../../../../lib/dates';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { wishActs } from '../../wish-acts';
import { nowText, stepsOf, wishRows, type StepView, type WishRowView } from '../../wish-view';

const shows = (wish: Wish, today: LocalDate) => {
  const [row] = wishRows([wish], today);
  return {
    wish,
    row: row ?? null,
    now: nowText(wish),
    steps: stepsOf(wish.state),
    when: wish.mine ? shortDate(localDateOf(wish.mine.at), today) : '',
  };
};

/** One book that was asked for: where it stands, and what the library said. */
Page(
  screen([wide, given('wishId'), loads('wishes.show', shows), acts(wishActs)], {
    data: {
      wish: maybe<Wish>(),
      row: maybe<WishRowView>(),
      now: '',
      steps: none<StepView>(),
      when: '',
    },
    asked() {
      return { wishId: this.data.wishId };
    },
    askWithdraw() {
      void this.start('withdraw', { wishId: this.data.wishId });
    },
    acted() {
      wx.navigateBack({ fail: () => open(routes.wishes) });
    },
    openTitle() {
      open(routes.title(this.data.wish?.titleId ?? ''));
    },
  }),
);
