import type { TitleDocument } from '../documents';
import { keysOfTitle } from '../search/keys';

const MOST_SUBJECTS = 8;
const MOST_OTHER_FORMS = 20;

/** Two records of one book as one: the kept one says what it says, and what it lacks comes from the other. */
export function joinedTitle(kept: TitleDocument, gone: TitleDocument): TitleDocument {
  const title: TitleDocument = {
    ...kept,
    subtitle: kept.subtitle || gone.subtitle,
    contributors: kept.contributors.length > 0 ? kept.contributors : gone.contributors,
    publisher: kept.publisher || gone.publisher,
    year: kept.year || gone.year,
    isbns: [...new Set([...kept.isbns, ...gone.isbns])],
    clc: kept.clc || gone.clc,
    callNumber: kept.callNumber || gone.callNumber,
    language: kept.language || gone.language,
    subjects: [...new Set([...kept.subjects, ...gone.subjects])].slice(0, MOST_SUBJECTS),
    summary: kept.summary || gone.summary,
    addedAt: kept.addedAt < gone.addedAt ? kept.addedAt : gone.addedAt,
    popularity: kept.popularity + gone.popularity,
  };
  const also = [...new Set([...kept.also, ...gone.also])].slice(0, MOST_OTHER_FORMS);
  return { ...title, also, keys: keysOfTitle(title) };
}
