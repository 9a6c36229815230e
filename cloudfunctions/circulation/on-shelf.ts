import type { ItemDocument } from '../documents';

/** Stands on a shelf and can be taken home. */
export const isOnShelf = ({ status, use }: Pick<ItemDocument, 'status' | 'use'>): boolean =>
  status === 'available' && use === 'loan';
