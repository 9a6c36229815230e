import { none } from '../../../../lib/screen/empty';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { figuresView, type FiguresView } from '../../bank-view';

/** What came of a quiz. */
Page(
  screen([wide, given('eventId'), loads('quizDesk.figures', figuresView)], {
    data: {
      title: '',
      figures: none<FiguresView['figures'][number]>(),
      bars: none<FiguresView['bars'][number]>(),
      hardest: none<FiguresView['hardest'][number]>(),
      winners: none<FiguresView['winners'][number]>(),
    },
    asked() {
      return { eventId: this.data.eventId };
    },
  }),
);
