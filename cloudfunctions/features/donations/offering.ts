import * as v from 'valibot';
import type { GiverNaming } from '../../../typings/contract/donations';
import type { Refusal } from '../../../typings/contract/refusals';
import { MOST_OFFERED, afterDonation, donationActs, isDonationOver } from '../../community/donating';
import { namedAs, namingsFor, refusalsToBeNamed } from '../../community/naming';
import type { DonationDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { isIn } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { verdictOn } from '../../kernel/text-check';
import { someLines, anId, nothing } from '../../kernel/validate';
import { forReader, forReaderWithin, readerAsking, readerWithin } from '../../reads/asking';
import { openOnes } from '../../reads/open-ones';
import { donationRow, donationView, thankedFor } from '../../views/donations';
import {
  DONATION_NOT_FOUND,
  GIVER_NAMINGS,
  anIsbnOrNone,
  donationsAreOn,
  oneDonation,
  someBooks,
  theNaming,
} from './input';

export const mine = reading('donations.mine', {
  caller: 'reader',
  schema: v.strictObject({ after: aPageStart }),
  run: forReader(async ({ db }, { after }, { _id: readerId }) => {
    const query = { where: { readerId }, orderBy: [['offeredAt', 'desc']] as ['offeredAt', 'desc'][] };
    const page = await pageFrom(db, 'donations', query, after);
    return done({ ...page, list: page.list.map(donationRow) });
  }),
});

/** In which ways this reader may be named, by the rule that refuses the others. */
const namingsOf = (reader: ReaderDocument, { today }: Pick<Context, 'today'>): GiverNaming[] =>
  namingsFor(GIVER_NAMINGS, reader, today);

const shownTo = (
  reader: ReaderDocument,
  donation: DonationDocument,
  context: Pick<Context, 'library' | 'today'>,
) =>
  donationView(donation, {
    ...{ name: reader.name, libraryName: context.library.settings.name },
    namings: namingsOf(reader, context),
  });

/** Why nothing can be offered now: said before anything is filled in, and again when it is sent. */
const refusalsToOffer = async (context: Context, { _id }: ReaderDocument): Promise<Refusal[]> => {
  if (!donationsAreOn(context)) return [{ code: 'donations_not_open' }];
  const current = await openOnes(context, 'donations', _id, isDonationOver);
  return current >= MOST_OFFERED ? [{ code: 'donation_limit_reached', current, limit: MOST_OFFERED }] : [];
};

export const form = reading('donations.form', {
  caller: 'reader',
  schema: nothing,
  run: forReader(async (context, _nothing, reader) => {
    const refusals = await refusalsToOffer(context, reader);
    return refusals.length > 0 ? { refusals } : done({ namings: namingsOf(reader, context) });
  }),
});

export const show = reading('donations.show', {
  caller: 'reader',
  schema: oneDonation,
  run: forReader(async ({ db, library, today }, { donationId }, reader) => {
    const donation = await db.get('donations', donationId);
    return donation?.readerId === reader._id
      ? done(shownTo(reader, donation, { library, today }))
      : refuse(DONATION_NOT_FOUND);
  }),
});

interface Naming {
  naming: GiverNaming;
  penName: string;
}

/** A pen name and a message are read by others: WeChat looks at them, and at the titles. */
const isRefusedText = async (context: Context, texts: readonly string[], naming: Naming) => {
  if (naming.naming === 'pen_name' && naming.penName === '') return refuse({ code: 'pen_name_missing' });
  const text = [...texts, naming.penName].filter(Boolean).join('\n');
  if (text === '') return undefined;
  const verdict = await verdictOn(context, text, naming.penName || '读者');
  // A name that nobody could look at does not stand in public.
  const isDoubtful = naming.naming === 'pen_name' && verdict !== 'pass';
  return verdict === 'risky' || isDoubtful ? refuse({ code: 'text_not_allowed' }) : undefined;
};

export const offer = writing('donations.offer', {
  caller: 'reader',
  schema: v.strictObject({
    books: someBooks,
    words: someLines(500),
    way: v.picklist(['bring', 'post', 'fetch'], '请选择怎样送来'),
    ...theNaming,
  }),
  prepare: async (context, { books, words, naming, penName }) => {
    const reader = await readerAsking(context);
    if (!reader) return refuse({ code: 'no_card' });
    const not = await refusalsToOffer(context, reader);
    const refusals = not.length > 0 ? not : refusalsToBeNamed(naming, reader, context.today);
    if (refusals.length > 0) return { refusals };
    const texts = [words, ...books.flatMap(({ title, author }) => [title, author])];
    return isRefusedText(context, texts, { naming, penName });
  },
  run: async (context, { books, words, way, naming, penName }, transaction) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
    const { now } = context;
    const donation: DonationDocument = {
      ...{ _id: context.newId(), readerId: reader._id, state: 'offered', words, way },
      books: books.map((book) => ({ ...book, wanted: null, fate: '' })),
      ...{ answer: '', thanks: '', number: '', naming, penName },
      by: namedAs({ naming, penName }, reader.name),
      ...{ offeredAt: now, since: now, receivedAt: '', endedAt: '' },
    };
    await transaction.add('donations', donation);
    return {
      value: shownTo(reader, donation, context),
      log: { outcome: '提出捐书', readerId: reader._id },
    };
  },
});

/** Changes a donation of one's own; nobody else's is found. */
const changingOwn = <In extends { donationId: string }>(
  outcome: string,
  change: (donation: DonationDocument, context: Context, input: In, reader: ReaderDocument) => Changed,
) =>
  forReaderWithin(async (context, input: In, transaction, reader) => {
    const donation = await transaction.get('donations', input.donationId);
    if (donation?.readerId !== reader._id) return refuse(DONATION_NOT_FOUND);
    const after = change(donation, context, input, reader);
    if (isRefused(after)) return after;
    await transaction.put('donations', after);
    return {
      value: shownTo(reader, after, context),
      log: { outcome, readerId: reader._id },
    };
  });

type Changed = DonationDocument | ReturnType<typeof refuse>;

export const withdraw = writing('donations.withdraw', {
  caller: 'reader',
  schema: oneDonation,
  run: changingOwn('撤回捐书', (donation, { now }) =>
    donationActs(donation, 'reader').includes('withdraw')
      ? afterDonation('withdraw', 'withdrawn', donation, now)
      : refuse({ code: 'donation_is', state: donation.state }),
  ),
});

/** Whether and how they are named, whenever they change their mind. */
export const setNaming = writing('donations.setNaming', {
  caller: 'reader',
  schema: v.strictObject({ donationId: anId, ...theNaming }),
  prepare: (context, { naming, penName }) => isRefusedText(context, [], { naming, penName }),
  run: changingOwn(
    '更改捐赠署名',
    (donation, { today }, { naming, penName }: Naming & { donationId: string }, reader) => {
      const refusals = refusalsToBeNamed(naming, reader, today);
      if (refusals.length > 0) return { refusals };
      return { ...donation, ...{ naming, penName, by: namedAs({ naming, penName }, reader.name) } };
    },
  ),
});

export const thanks = reading('donations.thanks', {
  caller: 'visitor',
  schema: v.strictObject({ after: aPageStart }),
  run: async (context, { after }) => {
    if (!donationsAreOn(context)) return refuse({ code: 'donations_not_open' });
    const page = await pageFrom(
      context.db,
      'donations',
      {
        where: { state: isIn(['received', 'settled']) },
        orderBy: [
          ['receivedAt', 'desc'],
          ['_id', 'asc'],
        ],
      },
      after,
    );
    return done({ ...page, list: page.list.map(thankedFor) });
  },
});

/** Spares typing; what the catalogue does not know is typed. */
export const lookUp = reading('donations.lookUp', {
  caller: 'reader',
  schema: v.strictObject({ isbn: anIsbnOrNone }),
  run: forReader(async ({ db }, { isbn }) => {
    if (isbn === '') return done({ book: null });
    const [title] = await db.find('titles', {
      where: { isbns: isbn },
      limit: 1,
      fields: ['title', 'contributors'],
    });
    if (!title) return done({ book: null });
    const copies = await db.count('items', { titleId: title._id });
    const author = title.contributors.map(({ name }) => name).join('、');
    return done({ book: { title: title.title, author, copies } });
  }),
});
