import { open, routes } from './routes';

/** Hands words over to the search tab, which takes them when it is shown. */
export function searchFor(words: string): void {
  wx.setStorageSync('search-for', words);
  open(routes.search);
}

/** A class of the Chinese Library Classification and all below it. */
export function searchClass(clc: string): void {
  wx.setStorageSync('search-class', clc);
  open(routes.search);
}
