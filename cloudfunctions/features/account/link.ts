import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { aPassword, anId } from '../../kernel/validate';
import { readerView } from '../../views/readers';
import { familyOf } from './family-view';
import { linkedWithin } from './linked';
import { openCard } from './opening-card';

const schema = v.strictObject({ cardNumber: anId, password: aPassword });

/**
 * The first card of a WeChat. The reader's document carries "a card is linked to one WeChat", the identity's
 * which cards are known.
 */
export const link = writing('account.link', {
  schema,
  run: async (context, input, transaction) => {
    const { openid, now } = context;
    const identity = await transaction.get('identities', openid);
    if (identity) {
      const linked = await transaction.get('readers', identity.readerId);
      return refuse({ code: 'already_has_card', cardNumber: linked?.cardNumber ?? '' });
    }
    const opened = await openCard(transaction, context, input);
    if (isRefused(opened)) return opened;
    const linked = { ...opened.reader, openid };
    await transaction.put('readers', linked);
    await transaction.add('identities', {
      _id: openid,
      readerId: linked._id,
      readerIds: [linked._id],
      linkedAt: now,
    });
    return { value: readerView(linked, context), log: { outcome: '绑定读者证', readerId: linked._id } };
  },
});

/** One more card in the same WeChat; the acting card stays the acting one. */
export const linkAnother = writing('account.linkAnother', {
  schema,
  run: async (context, input, transaction) => {
    const linked = await linkedWithin(transaction, context.openid);
    if (!linked) return refuse({ code: 'no_card' });
    const opened = await openCard(transaction, context, input);
    if (isRefused(opened)) return opened;
    const { reader } = opened;
    if (linked.identity.readerIds.includes(reader._id))
      return refuse({ code: 'already_has_card', cardNumber: reader.cardNumber });
    const added = { ...reader, openid: context.openid };
    await transaction.put('readers', added);
    await transaction.put('identities', {
      ...linked.identity,
      readerIds: [...linked.identity.readerIds, reader._id],
    });
    return {
      value: { list: await familyOf(context, linked.acting, [...linked.others, added]) },
      log: { outcome: '绑定另一张读者证', readerId: reader._id },
    };
  },
});
