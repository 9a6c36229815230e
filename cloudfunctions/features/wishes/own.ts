import * as v from 'valibot';
import { wishesLeft } from '../../cataloguing/wishing';
import { reading } from '../../kernel/operation';
import { aPageStart, newestOf } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { forReader } from '../../reads/asking';
import { wishView } from '../../views/wishes';
import { voiceId } from './asking';
import { WISH_NOT_FOUND, monthOf, oneWish, perMonthOf } from './input';

export const mine = reading('wishes.mine', {
  caller: 'reader',
  schema: v.strictObject({ after: aPageStart }),
  run: forReader(async (context, { after }, reader) => {
    const { db } = context;
    const page = await newestOf(db, 'wishVoices', reader._id, after);
    const wishes = await db.getMany(
      'wishes',
      page.list.map(({ wishId }) => wishId),
    );
    const perMonth = perMonthOf(context);
    return done({
      ...page,
      ...{ perMonth, left: wishesLeft(reader, monthOf(context), perMonth) },
      list: page.list.flatMap((voice) => {
        const wish = wishes.find(({ _id }) => _id === voice.wishId);
        return wish ? [wishView(wish, voice)] : [];
      }),
    });
  }),
});

export const show = reading('wishes.show', {
  caller: 'reader',
  schema: oneWish,
  run: forReader(async ({ db }, { wishId }, { _id: readerId }) => {
    const [wish, voice] = await Promise.all([
      db.get('wishes', wishId),
      db.get('wishVoices', voiceId(wishId, readerId)),
    ]);
    return wish && voice ? done(wishView(wish, voice)) : refuse(WISH_NOT_FOUND);
  }),
});
