import type { LoanRankingSetting } from '../../documents';
import { mayBeOffered } from '../../circulation/for-age';
import { ageOn } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { readerAsking } from '../../reads/asking';
import { itemsOfTitles } from '../../reads/items';

const SHOWN = 10;

/** What was lent most of late. To a child only what is for children. */
export const ranking = reading('recommendations.ranking', {
  caller: 'visitor',
  schema: nothing,
  run: async (context) => {
    const { db, library, today } = context;
    const [reader, setting] = await Promise.all([readerAsking(context), db.get('settings', 'loan-ranking')]);
    const { from, to, list } = (setting as LoanRankingSetting | null) ?? { from: '', to: '', list: [] };
    const age = reader && ageOn(reader.birthDate, today);
    const copies = await itemsOfTitles(
      db,
      list.map(({ titleId }) => titleId),
      ['titleId', 'title', 'status', 'minAge', 'itemType'],
    );
    const shown = list.flatMap(({ titleId, loans }) => {
      const copy = copies.find(
        (each) => each.titleId === titleId && mayBeOffered(each, age, library.settings),
      );
      return copy ? [{ title: copy.title, loans }] : [];
    });
    return done({ from, to, list: shown.slice(0, SHOWN) });
  },
});
