import type { CollectionDeclarations } from '../../../local/cloud/database/engine/catalog';

export const collections: CollectionDeclarations = {
  accounts: { indexes: [{ name: 'balance', keys: [['balance', 1]] }] },
  transfers: { indexes: [{ name: 'from', keys: [['from', 1]] }] },
  journal: {
    indexes: [
      { name: 'seq', unique: true, keys: [['seq', 1]] },
      { name: 'tags', keys: [['tags', 1]] },
    ],
  },
  counters: { indexes: [] },
};
