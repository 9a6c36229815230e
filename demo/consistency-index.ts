import type { CollectionName, Documents } from '../cloudfunctions/documents';

export type All = { [Name in CollectionName]?: Documents[Name][] };

export type Fault = (wrong: unknown, sentence: string) => void;

export type Index = ReturnType<typeof index>;

const byId = <T extends { _id: string }>(list: T[] = []) =>
  new Map(list.map((document) => [document._id, document]));

export function index(all: All) {
  return {
    all,
    titles: byId(all.titles),
    items: byId(all.items),
    readers: byId(all.readers),
    cards: byId(all.cards),
    identities: byId(all.identities),
    holds: byId(all.holds),
    queues: byId(all.holdQueues),
    branches: byId(all.branches),
    events: byId(all.events),
    notices: byId(all.notices),
  };
}
