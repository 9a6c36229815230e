import type { TitleRecord } from '../../../typings/contract/title-record';
import type { TitleDocument } from '../../documents';
import { keysOfTitle } from '../../search/keys';

export const newTitle = (_id: string, record: TitleRecord, now: string): TitleDocument => ({
  _id,
  ...record,
  also: [],
  keys: keysOfTitle(record),
  addedAt: now,
  popularity: 0,
  source: 'desk',
});

/** The other forms by which it is found, its age and what is made of it stay. */
export const withRecord = (title: TitleDocument, record: TitleRecord): TitleDocument => ({
  ...title,
  ...record,
  keys: keysOfTitle(record),
});
