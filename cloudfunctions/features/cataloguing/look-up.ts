import * as v from 'valibot';
import type { FoundTitle, LookedUp, TitleDraft } from '../../../typings/contract/cataloguing';
import { TITLE_FACT_FIELDS, factsOf } from '../../cataloguing/title-facts';
import { isOnShelf } from '../../circulation/on-shelf';
import type { ItemDocument, TitleDocument, Library } from '../../documents';
import type { Context } from '../../kernel/context';
import { startsWith } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { cleanScan } from '../../kernel/scan';
import { aScan } from '../../kernel/validate';
import { itemsOfTitles } from '../../reads/items';
import { readIsbn } from '../../search/isbn';
import { isbnParts, meansIsbn, withoutAddOn } from './isbn-parts';
import { knownParts } from './known-parts';

const MOST_TITLES = 20;
/** Titles of one publisher that its name is learned from. */
const OWN_TITLES = 60;
const FIELDS = ['isbns', 'callNumber', ...TITLE_FACT_FIELDS];

/** A copy's barcode is looked for first: it may be ten digits that could also be an ISBN. */
export const lookUp = reading('cataloguing.lookUp', {
  role: 'cataloguer',
  schema: v.strictObject({ code: aScan }),
  run: async (context, input) => {
    const { db } = context;
    const code = withoutAddOn(cleanScan(input.code));
    const isbn = readIsbn(input.code) ?? readIsbn(code);
    const item = await db.get('items', code);
    if (item) {
      const title = await db.get('titles', item.titleId);
      if (title) return done(await foundTitles(context, [title]));
    }
    if (isbn) {
      const titles = await db.find('titles', { where: { isbns: isbn }, limit: MOST_TITLES, fields: FIELDS });
      return done(
        titles.length > 0
          ? await foundTitles(context, titles)
          : { found: 'nothing', draft: await draftOf(context, isbn) },
      );
    }
    if (meansIsbn(input.code)) return refuse({ code: 'isbn_wrong', isbn: code });
    const title = await db.get('titles', code);
    if (title) return done(await foundTitles(context, [title]));
    return done({ found: 'nothing', draft: { ...barcodeIn(code), kind: kindOf(code) } });
  },
});

const draftOf = async ({ db }: Context, isbn13: string): Promise<TitleDraft> => {
  const { group, publisherPrefix, ...isbn } = isbnParts(isbn13);
  const ownTitles =
    publisherPrefix === ''
      ? []
      : await db.find('titles', {
          where: { isbns: startsWith(publisherPrefix) },
          limit: OWN_TITLES,
          fields: ['publisher', 'language'],
        });
  return { isbn, ...knownParts({ ...isbn, group, publisherPrefix }, ownTitles), kind: 'book' };
};

/** What else was scanned is most likely the barcode of a copy that is to come in. */
const barcodeIn = (code: string): Pick<TitleDraft, 'barcode'> =>
  /^[\w.-]{2,40}$/.test(code) && !isSerial(code) ? { barcode: code } : {};

/** Periodicals bear 977 and their ISSN. */
const isSerial = (code: string): boolean => /^977\d{10}(\d{2}|\d{5})?$/.test(code);
const kindOf = (code: string): TitleDraft['kind'] => (isSerial(code) ? 'serial' : 'book');

type Title = Pick<TitleDocument, '_id' | 'isbns' | 'callNumber' | (typeof TITLE_FACT_FIELDS)[number]>;

const foundTitles = async ({ db, library }: Context, titles: readonly Title[]): Promise<LookedUp> => {
  const items = await itemsOfTitles(
    db,
    titles.map(({ _id }) => _id),
    ['titleId', 'branchId', 'status', 'use'],
  );
  return { found: 'titles', list: titles.map((title) => foundTitle(library, title, items)) };
};

const foundTitle = (library: Library, title: Title, all: readonly ItemDocument[]): FoundTitle => {
  const items = all.filter((item) => item.titleId === title._id && item.status !== 'withdrawn');
  return {
    ...factsOf(title),
    isbns: title.isbns.map((isbn) => {
      const { isbn13, isbn10 } = isbnParts(isbn);
      return { isbn13, ...(isbn10 && { isbn10 }) };
    }),
    callNumber: title.callNumber,
    copies: items.length,
    branches: library.branches.flatMap(({ _id, name }) => {
      const here = items.filter(({ branchId }) => branchId === _id);
      if (here.length === 0) return [];
      return { branchId: _id, branchName: name, copies: here.length, onShelf: here.filter(isOnShelf).length };
    }),
  };
};
