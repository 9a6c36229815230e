import { none } from '../../../../lib/screen/empty';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { rankRows, type RankRow } from '../../quiz-view';

const ranking = loads('quizzes.ranking', ({ list, taken }) => ({
  rows: rankRows(list),
  head: `${taken} 人参加${taken > list.length ? `，前 ${list.length} 名` : ''}`,
}));

Page(
  screen([given('eventId'), ranking], {
    data: { rows: none<RankRow>(), head: '' },
    asked() {
      return { eventId: this.data.eventId };
    },
  }),
);
