import * as v from 'valibot';
import { wishesPerMonth } from '../../cataloguing/wishing';
import type { Context } from '../../kernel/context';
import { aLine, aText, anId } from '../../kernel/validate';
import { readIsbn } from '../../search/isbn';

export const oneWish = v.strictObject({ wishId: anId });
export const WISH_NOT_FOUND = { code: 'wish_not_found' } as const;

const anIsbnOrNone = v.pipe(
  aLine(20),
  v.check((text) => text === '' || readIsbn(text) !== null, 'ISBN 不对，请核对或留空'),
  v.transform((text) => readIsbn(text) ?? ''),
);

/** While it is being typed: of a book nothing is needed yet. */
export const someOfABook = { title: aLine(100), author: aLine(60), isbn: anIsbnOrNone };

export const aBook = { ...someOfABook, title: aText(100) };

/** A title alone is many books. */
export const isABook = ({ author, isbn }: { author: string; isbn: string }): boolean =>
  author !== '' || isbn !== '';
export const AUTHOR_MISSING = '没有 ISBN 时请填写作者';

export const perMonthOf = ({ library }: Pick<Context, 'library'>): number => wishesPerMonth(library.settings);
export const monthOf = ({ today }: Pick<Context, 'today'>): string => today.slice(0, 7);
