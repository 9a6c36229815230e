import * as v from 'valibot';
import type { DeliveryKind, Wanted } from '../../../typings/contract/deliveries';
import type { DeliveryDocument, TitleDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { anAmountOrNone, yuan } from '../../kernel/fen';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aLine, aText, anId, someLines } from '../../kernel/validate';
import { forReaderWithin, readerAsking, readerWithin } from '../../reads/asking';
import { openOnes } from '../../reads/open-ones';
import { isEnded, refusalsToDelivery } from '../../reference/delivery';
import { STATEMENT_VERSION, deliveryRules } from '../../reference/delivery-rules';
import { titlesNamed, titlesOfIsbn } from '../../reads/held-titles';
import { readIsbn } from '../../search/isbn';
import { ringDesk } from '../../steps/bells';
import { endLink, stepDelivery } from '../../steps/deliveries';
import { deliveryView } from '../../views/deliveries';

/** Requests that a reader may have open at a time. */
const MOST_OPEN = 10;
export const NOT_FOUND = { code: 'delivery_not_found' } as const;
export const oneDelivery = v.strictObject({ deliveryId: anId });

const aWanted = v.strictObject({
  title: aText(200),
  author: aLine(100),
  within: aLine(200),
  year: v.pipe(aLine(4), v.regex(/^(\d{4})?$/, '年份是四位数字')),
  volume: aLine(40),
  pages: aLine(40),
  isbn: v.pipe(
    aLine(20),
    v.check((text) => text === '' || readIsbn(text) !== null, 'ISBN 不对，请核对或留空'),
    v.transform((text) => readIsbn(text) ?? ''),
  ),
  doi: v.pipe(
    aLine(120),
    v.transform((text) => text.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '')),
    v.regex(/^(10\.\d{4,9}\/\S+)?$/, 'DOI 一般以 10. 开头'),
  ),
  note: someLines(500),
});

/** A book that the library itself has: by its ISBN, else by title and author. */
const ownTitle = async (
  { db }: Pick<Context, 'db'>,
  kind: DeliveryKind,
  { isbn, title, author }: Wanted,
): Promise<TitleDocument | undefined> => {
  if (kind !== 'book') return undefined;
  const [own] = await (isbn ? titlesOfIsbn(db, isbn) : titlesNamed(db, title, author));
  return own;
};

/** Asks for a document; the statement that was agreed to is kept with it. */
export const ask = writing('deliveries.ask', {
  caller: 'reader',
  schema: v.strictObject({
    kind: v.picklist(['article', 'chapter', 'book'], '请选文献类型'),
    wanted: aWanted,
    agreedTo: aText(20),
    talkId: v.optional(anId),
    anyway: v.optional(v.boolean()),
  }),
  prepare: async (context, { kind, wanted, agreedTo, talkId, anyway }) => {
    const reader = await readerAsking(context);
    if (!reader) return refuse({ code: 'no_card' });
    if (!deliveryRules(context.library).open) return refuse({ code: 'deliveries_not_open' });
    if (agreedTo !== STATEMENT_VERSION) return refuse({ code: 'statement_outdated' });
    const { checkText, openid, db } = context;
    const text = Object.values(wanted).filter(Boolean).join('\n');
    const [verdict, own, current, talk] = await Promise.all([
      checkText({ openid, text, signedAs: '读者' }),
      anyway ? undefined : ownTitle(context, kind, wanted),
      openOnes(context, 'deliveries', reader._id, isEnded),
      talkId ? db.get('talks', talkId) : null,
    ]);
    if (verdict === 'risky') return refuse({ code: 'text_not_allowed' });
    if (own) return refuse({ code: 'delivery_held_here', titleId: own._id, title: own.title });
    if (current >= MOST_OPEN) return refuse({ code: 'delivery_limit_reached', current, limit: MOST_OPEN });
    return { talkId: talk?.readerId === reader._id ? talk._id : '' };
  },
  afterwards: (context) => ringDesk(context),
  run: async (context, { kind, wanted, agreedTo }, transaction, { talkId }) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
    const { now } = context;
    const delivery: DeliveryDocument = {
      _id: context.newId(),
      readerId: reader._id,
      kind,
      wanted,
      state: 'asked',
      since: now,
      askedAt: now,
      statement: { version: agreedTo, at: now },
      talkId,
      takenBy: '',
      takenByName: '',
      sources: [],
      cost: 0,
      agreed: null,
      file: null,
      loan: null,
      unfilled: null,
      toldLate: false,
      endedAt: '',
      steps: [{ act: 'ask', at: now, by: '' }],
    };
    await transaction.add('deliveries', delivery);
    return {
      value: deliveryView(delivery, deliveryRules(context.library)),
      log: { outcome: '申请文献传递', readerId: reader._id },
    };
  },
});

/** What its reader decides about it, in one transaction that reads it first. */
const ofReader = (
  act: 'agree' | 'cancel' | 'close',
  outcome: string,
  change: (delivery: DeliveryDocument, now: string) => DeliveryDocument = (delivery) => delivery,
) =>
  forReaderWithin(
    async (context, { deliveryId, cost }: { deliveryId: string; cost?: number }, transaction, reader) => {
      const delivery = await transaction.get('deliveries', deliveryId);
      if (delivery?.readerId !== reader._id) return refuse(NOT_FOUND);
      const refusals = refusalsToDelivery(act, delivery);
      if (refusals.length > 0) return { refusals };
      if (cost !== undefined && cost !== delivery.cost)
        return refuse({ code: 'cost_changed', cost: delivery.cost });
      const file = act === 'close' ? await endLink(transaction, delivery, context) : delivery.file;
      const changed = change({ ...delivery, file }, context.now);
      const after = await stepDelivery(transaction, context, act, changed, '');
      return {
        value: deliveryView(after, deliveryRules(context.library)),
        log: { outcome: act === 'agree' ? `${outcome} ${yuan(after.cost)}` : outcome, readerId: reader._id },
      };
    },
  );

export const agree = writing('deliveries.agree', {
  caller: 'reader',
  schema: v.strictObject({ deliveryId: anId, cost: anAmountOrNone }),
  afterwards: (context) => ringDesk(context),
  run: ofReader('agree', '同意文献传递费用', (delivery, now) => ({
    ...delivery,
    agreed: { cost: delivery.cost, at: now },
  })),
});

export const cancel = writing('deliveries.cancel', {
  caller: 'reader',
  schema: oneDelivery,
  run: ofReader('cancel', '取消文献传递'),
});

/** Received: the file is not needed any longer, and goes. */
export const close = writing('deliveries.close', {
  caller: 'reader',
  schema: oneDelivery,
  run: ofReader('close', '收到文献'),
});
