import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { aPassword, anId } from '../../kernel/validate';
import { readerView } from '../../views/readers';
import { familyOf } from './family-view';
import { linkedWithin } from './linked';
import { giveTryBack, readerToOpen, tryPassword } from './trying-password';

const schema = v.strictObject({ cardNumber: anId, password: aPassword });

/**
 * The first card of a WeChat. The reader's document carries "a card is linked to one WeChat", the identity's
 * which cards are known.
 */
export const link = writing('account.link', {
  caller: 'visitor',
  schema,
  looksFirst: true,
  prepare: async (context, input) => {
    const identity = await context.db.get('identities', context.openid);
    if (!identity) return tryPassword(context, input);
    const linked = await context.db.get('readers', identity.readerId);
    return refuse({ code: 'already_has_card', cardNumber: linked?.cardNumber ?? '' });
  },
  run: async (context, { cardNumber }, transaction, right) => {
    const { openid, now } = context;
    if (await transaction.get('identities', openid)) return refuse({ code: 'already_has_card', cardNumber });
    const opened = await readerToOpen(transaction, context, right);
    if (isRefused(opened)) return opened;
    const given = await giveTryBack(transaction, context, right);
    if (isRefused(given)) return given;
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
  caller: 'reader',
  schema,
  looksFirst: true,
  prepare: async (context, input) =>
    (await context.db.get('identities', context.openid))
      ? tryPassword(context, input)
      : refuse({ code: 'no_card' }),
  run: async (context, _input, transaction, right) => {
    const linked = await linkedWithin(transaction, context.openid);
    if (!linked) return refuse({ code: 'no_card' });
    const opened = await readerToOpen(transaction, context, right);
    if (isRefused(opened)) return opened;
    const { reader } = opened;
    if (linked.identity.readerIds.includes(reader._id))
      return refuse({ code: 'already_has_card', cardNumber: reader.cardNumber });
    const given = await giveTryBack(transaction, context, right);
    if (isRefused(given)) return given;
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
