import { parse } from 'isbn3';
import type { IsbnForms } from '../../../typings/contract/catalogue';
import { isbn10Of } from '../../search/isbn';

/** An ISBN-13 in the forms that stand on books, divided by the ranges of the International ISBN Agency. */
export function isbnForms(isbn13: string): IsbnForms {
  const divided = parse(isbn13);
  if (divided?.isbn13h)
    return { isbn13: divided.isbn13h, ...(divided.isbn10h && { isbn10: divided.isbn10h }) };
  const isbn10 = isbn10Of(isbn13);
  return { isbn13, ...(isbn10 && { isbn10 }) };
}
