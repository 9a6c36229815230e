import type { LocalDate } from '../typings/contract/shapes';
import type {
  LoanRankingSetting,
  NextTitlesDocument,
  TitleCompanionsDocument,
  TitleDocument,
} from '../cloudfunctions/documents';
import { addDays } from '../cloudfunctions/kernel/local-date';
import { nextOfInterest } from '../cloudfunctions/features/recommendations/interest-titles';
import { newForChildren, popularOf } from '../cloudfunctions/features/recommendations/popular';
import { alikeTo, contentOf } from '../cloudfunctions/recommending/content';
import { INTERESTS } from '../cloudfunctions/recommending/interests';
import { nearOf } from '../cloudfunctions/recommending/near';
import { titleForIndex } from '../cloudfunctions/search/index/title-for-index';
import { pick } from './chance';

/** How many readers who keep their history had both; of most pairs nobody. */
const readersOf = (a: string, b: string): number =>
  pick(`both ${a} ${b}`, 9) === 0 ? 2 + pick(`how many ${a} ${b}`, 9) : 0;

/** What the nightly job would have counted of two years: titles of one class and one author go together. */
export function titleCompanionsOn(titles: readonly TitleDocument[], at: string): TitleCompanionsDocument[] {
  return titles.map((title) => ({
    _id: title._id,
    others: titles
      .filter((other) => other._id !== title._id && goTogether(title, other))
      .map((other) => ({
        titleId: other._id,
        by: Array.from({ length: bothOf(title, other) }, (_, n) => n * 7),
      }))
      .filter(({ by }) => by.length > 0),
    at,
  }));
}

const goTogether = (a: TitleDocument, b: TitleDocument): boolean => a.clc.slice(0, 3) === b.clc.slice(0, 3);
const bothOf = (a: TitleDocument, b: TitleDocument): number => {
  const [first, second] = [a._id, b._id].sort() as [string, string];
  return readersOf(first, second);
};

/** What was lent in the last thirty days, as the nightly job would count it of a log that long. */
export function loanRankingOn(titles: readonly TitleDocument[], today: LocalDate): LoanRankingSetting {
  const list = titles
    .map(({ _id, popularity }) => ({
      titleId: _id,
      loans: Math.round(popularity / 12) + pick(`lately ${_id}`, 4),
    }))
    .filter(({ loans }) => loans > 1)
    .sort((a, b) => b.loans - a.loans || (a.titleId < b.titleId ? -1 : 1))
    .slice(0, 60);
  return { _id: 'loan-ranking', from: addDays(today, -30), to: addDays(today, -1), list };
}

/** What the nightly job makes of it. */
export function nextTitlesOn(titles: readonly TitleDocument[], at: string): NextTitlesDocument[] {
  const content = contentOf(titles);
  const popularity = new Map(titles.map((title) => [title._id, title.popularity]));
  const often = (titleId: string): number => popularity.get(titleId) ?? 0;
  const companions = new Map(titleCompanionsOn(titles, at).map((each) => [each._id, each.others]));
  const afterTitles = titles.map((title, place) => ({
    _id: `t:${title._id}`,
    name: title.title,
    near: nearOf(
      title.popularity,
      (companions.get(title._id) ?? []).map(({ titleId, by }) => ({
        titleId,
        readers: by.length,
        popularity: often(titleId),
      })),
      alikeTo(content, place, 15).map((each) => ({ ...each, popularity: often(each.titleId) })),
    ),
    at,
  }));
  const dated = titles.map((title) => ({ ...title, addedOn: titleForIndex(title, []).addedOn }));
  const ofInterests = INTERESTS.map((word) => nextOfInterest(dated, word, at));
  return [...afterTitles, ...ofInterests, ...popularOf(titles, at), newForChildren(dated, at)];
}
