import * as v from 'valibot';
import type { AccountApi } from '../../../typings/contract/account';
import type { ConsentDocument } from '../../documents';
import type { Database } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { aText, nothing } from '../../kernel/validate';
import { readerAsking, readerWithin } from '../../reads/asking';
import { outdated } from './agreeing';
import { keepingHistory } from './history-switch';

type Out = ReturnType<AccountApi['account.consents']>;
type Consent = Out['list'][number];

/** The log of consents, newest first: what was agreed to or taken back, when, and to which text. */
const consentsOf = async (db: Database, readerId: string): Promise<Consent[]> => {
  const rows = await db.find('consents', {
    where: { readerId },
    orderBy: [['at', 'desc']],
    limit: 1000,
  });
  return rows.map(consentView);
};

const consentView = ({ what, given, at, version }: ConsentDocument): Consent => ({
  what,
  given,
  at,
  version,
});

export const consents = reading('account.consents', {
  caller: 'reader',
  schema: nothing,
  run: async (context) => {
    const reader = await readerAsking(context);
    return reader ? done({ list: await consentsOf(context.db, reader._id) }) : refuse({ code: 'no_card' });
  },
});

/**
 * Gives a consent or takes it back; the one to keeping the history switches it. Without the consent to
 * privacy there is no card, and a child's needs its guardian: those end with the account and not here.
 */
export const consent = writing('account.consent', {
  caller: 'reader',
  schema: v.pipe(
    v.strictObject({
      what: v.picklist(['privacy', 'history', 'guardian', 'recommendations'], '没有这项同意'),
      given: v.boolean(),
      version: aText(30),
    }),
    v.forward(
      v.check(
        ({ what, given }) => given || what === 'history' || what === 'recommendations',
        '这项同意随读者证一起结束：请注销账户',
      ),
      ['given'],
    ),
  ),
  run: async (context, { what, given, version }, transaction) => {
    const unread = given && (what === 'privacy' || what === 'guardian') ? outdated(what, version) : [];
    if (unread.length > 0) return { refusals: unread };
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const line: ConsentDocument = {
      _id: context.newId(),
      readerId: reader._id,
      at: context.now,
      what,
      given,
      version,
    };
    await transaction.add('consents', line);
    if (what === 'history') await transaction.put('readers', keepingHistory(reader, given, context.now));
    const before = await consentsOf(context.db, reader._id);
    return {
      value: { list: [consentView(line), ...before] },
      log: { outcome: `${given ? '同意' : '撤回同意'}：${what}`, readerId: reader._id },
    };
  },
});
