import { bigrams, fold, stretches, type Stretch } from './fold';
import { readIsbn } from './isbn';
import { callNumberTerm, exactTerm } from './terms';

export interface TermQuery {
  kind: 'terms';
  /** A match contains all of them; the rarest likely first, at most eight. */
  all: string[];
  /** The terms of the first and of the second half of the text: a wrong or missing character leaves one of them whole. */
  halves: string[][];
  /** The term of titles that are called exactly so. */
  exact: string;
  /** Set when the text may be a call number: to be tried first, then `all`. */
  callNumber: string | null;
  /** The whole text, folded, words apart by a space. */
  folded: string;
  /** The words as typed (apart by a space or punctuation), folded; for ranking. */
  words: string[];
}

export type Query = { kind: 'isbn'; isbn13: string } | TermQuery | { kind: 'empty' };

const TERMS_ASKED = 8;
const TEXT_LIMIT = 100;

/** What a reader's text asks for. */
export function readQuery(text: string): Query {
  const isbn13 = readIsbn(text);
  if (isbn13) return { kind: 'isbn', isbn13 };
  const folded = fold([...text].slice(0, TEXT_LIMIT).join(''));
  if (folded === '') return { kind: 'empty' };
  return {
    kind: 'terms',
    all: rarestFirst(termsAsked(stretches(folded))).slice(0, TERMS_ASKED),
    halves: halvesOf(folded),
    exact: exactTerm(folded),
    callNumber: looksLikeCallNumber(text) ? callNumberTerm(text) : null,
    folded,
    words: folded.split(' '),
  };
}

/** A lone character beside other words (红楼 梦) is no term of most titles: it is left to the ranking, unless it is all there is. */
function termsAsked(parts: Stretch[]): string[] {
  const telling = tellingTerms(parts);
  return telling.length > 0 ? telling : [...new Set(parts.map((part) => part.text))];
}

function tellingTerms(parts: Stretch[]): string[] {
  const terms = parts.flatMap(({ script, text }) => (script === 'word' ? [text] : bigrams(text)));
  return [...new Set(terms.filter((term) => [...term].length > 1))];
}

function halvesOf(folded: string): string[][] {
  const characters = [...folded];
  const middle = Math.floor(characters.length / 2);
  // Of three characters both halves take the middle one, or the first would hold no pair.
  const shared = characters.length === 3 ? 1 : 0;
  return [characters.slice(0, middle + shared), characters.slice(middle)]
    .map((half) => rarestFirst(tellingTerms(stretches(half.join('')))).slice(0, TERMS_ASKED))
    .filter((terms) => terms.length > 0);
}

function rarestFirst(terms: string[]): string[] {
  return terms
    .map((term, at) => ({ term, at, commonness: commonness(term) }))
    .sort((a, b) => a.commonness - b.commonness || a.at - b.at)
    .map(({ term }) => term);
}

/** Higher is more common. Words: longer is rarer. Pairs: counted in some 30,000 Chinese titles. */
function commonness(term: string): number {
  if (/^[\p{ASCII}]/u.test(term)) return commonWords.has(term) ? 9 : term.length > 4 ? 0 : 3;
  if (commonPairs.has(term)) return 8;
  return [...term].filter((character) => commonCharacters.has(character)).length * 2 + 1;
}

const commonPairs = new Set(
  bigramsOfRow(
    '中国设计世界艺术上下我的生活一个小说故事的全全集鲁迅第一时代女人自由中的研究分析心理哲学现代电影我们策划战争指南人生作品什么建筑金庸历史技术基础经济广告日本教程理学主义投资创意数学经典的人文化品集个人的故算法文集自己政治程序社会网络原理旅行营销笔记生命数据日记科学如何入门回忆思维国的秘密第二男人三帝美国你的编程思想语言传奇应用音乐十年理论西方少年幸福英雄实战方法管理文学出版图书',
  ),
);
const commonCharacters = new Set(
  '的人与一学中国之生上我全大小集史文理下世不记爱代计第天法册年子家经术传你书自事本论美版女三手界设心时说日是战十作花古神金',
);
const commonWords = new Set(
  'a an and at by for from in into la le les de der die das des und et of on or the to with new history study studies'.split(
    ' ',
  ),
);

function bigramsOfRow(row: string): string[] {
  const characters = [...row];
  return characters.filter((_, at) => at % 2 === 0).map((character, n) => character + characters[2 * n + 1]);
}

/** "I242.4/C153" or "PL2919.T8": letters, a number, and a point or stroke that a word would not have. */
function looksLikeCallNumber(text: string): boolean {
  const code = text.normalize('NFKC').replace(/\s/g, '');
  return /^[a-z]{1,3}\d[\w.\-=+:()"]*[./][\w.\-=+:/()"]*$/i.test(code);
}
