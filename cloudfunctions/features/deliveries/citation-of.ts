import type { DeliveryDocument } from '../../documents';
import type { Citation } from '../../exchange/write-citations';

/** "第一作者；第二作者", and whatever readers put between names. */
const names = (text: string): string[] =>
  text
    .split(/[;；、,，]|\s+and\s+/)
    .map((name) => name.trim())
    .filter(Boolean);

/** What was asked for, as a reference. */
export const citationOf = ({
  _id,
  kind,
  wanted,
}: Pick<DeliveryDocument, '_id' | 'kind' | 'wanted'>): Citation => {
  const { title, author, within, year, volume, pages, isbn, doi } = wanted;
  const [, inVolume = '', number = ''] = /^([^(（]*)(?:[(（]([^)）]*)[)）])?$/.exec(volume) ?? [];
  return {
    id: _id,
    kind,
    title,
    authors: names(author),
    within,
    publisher: '',
    year,
    volume: inVolume.trim(),
    number: number.trim(),
    pages,
    isbn,
    doi,
  };
};
