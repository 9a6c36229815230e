import type { TitleDraft } from '../../../typings/contract/cataloguing';
import type { TitleDocument } from '../../documents';
import { areaOfGroup } from './isbn-areas';
import type { IsbnParts } from './isbn-parts';

export type OwnTitle = Pick<TitleDocument, 'publisher' | 'language'>;

/** Titles of the same publisher that must agree before their language counts more than the area's. */
const ENOUGH = 3;
const SHARE = 0.8;

/**
 * What can be known of a book from its ISBN: the publisher by the titles of this library that begin alike,
 * the language by them or by the area. Nothing is guessed that neither says.
 */
export function knownParts(
  isbn: IsbnParts,
  ownTitles: readonly OwnTitle[],
): Pick<TitleDraft, 'publisher' | 'language'> {
  const publisher = mostOf(ownTitles.map((title) => title.publisher));
  const language = mostOf(ownTitles.map((title) => title.language));
  const area = areaOfGroup(isbn.group);
  const known = ownTitles.filter((title) => title.language !== '').length;
  const ownLanguage = language && known >= ENOUGH && language.titles / known >= SHARE ? language : undefined;
  return {
    ...(publisher && {
      publisher: { value: publisher.value, because: { by: 'own_titles', titles: publisher.titles } },
    }),
    ...(ownLanguage
      ? { language: { value: ownLanguage.value, because: { by: 'own_titles', titles: ownLanguage.titles } } }
      : area?.language && {
          language: { value: area.language, because: { by: 'isbn_group', area: area.area } },
        }),
  };
}

/** The value that most have, the first of equals; undefined when none has any. */
function mostOf(values: readonly string[]): { value: string; titles: number } | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  let most: { value: string; titles: number } | undefined;
  for (const [value, titles] of counts) if (!most || titles > most.titles) most = { value, titles };
  return most;
}
