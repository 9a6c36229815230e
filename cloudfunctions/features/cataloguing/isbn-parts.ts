import { parse } from 'isbn3';
import type { IsbnForms } from '../../../typings/contract/catalogue';
import { isbn10Of } from '../../search/isbn';

/** An ISBN-13 taken apart. */
export interface IsbnParts extends IsbnForms {
  bare: string;
  /** "978-7". */
  group: string;
  /** What all books of its publisher begin with, "978702"; "" where the agency's table does not divide it. */
  publisherPrefix: string;
}

export function isbnParts(isbn13: string): IsbnParts {
  const divided = parse(isbn13);
  const isbn10 = divided?.isbn10h || isbn10Of(isbn13);
  return {
    bare: isbn13,
    isbn13: divided?.isbn13h || isbn13,
    ...(isbn10 && { isbn10 }),
    group: divided?.group ? `${divided.prefix}-${divided.group}` : '',
    publisherPrefix: divided?.publisher ? `${divided.prefix}${divided.group}${divided.publisher}` : '',
  };
}

/**
 * Thirteen digits that a book's own barcode has, with or without the two or five digits of the small code
 * beside it.
 */
const BOOK_CODE = /^(97[89]\d{10})(\d{2}|\d{5})?$/;

/** The ISBN-like digits of what was scanned off a book; the small code beside it is left out. */
export const withoutAddOn = (code: string): string => BOOK_CODE.exec(code)?.[1] ?? code;

/** Whether a text that `readIsbn` refuses was meant as an ISBN: then its check digit is wrong. */
export function meansIsbn(code: string): boolean {
  const plain = code.replace(/^isbn(?:-?1[03])?[\s:：]*/i, '').replace(/[\s-]/g, '');
  const named = plain.length < code.length && /^[\dX]+$/i.test(plain);
  return /^97[89]\d{9,10}$/.test(plain) || (named && /^(\d{9}[\dX]|\d{13})$/i.test(plain));
}
