import type { DeskItem } from '../../../typings/contract';
import { routes } from '../../lib/routes';
import { deskRoutes } from './routes';

/** Where a copy's page leads. */
export const ITEM_PLACES = {
  checkIn: () => deskRoutes.checkIn,
  copies: ({ title }: DeskItem) => routes.copiesOf(title.titleId),
  queue: ({ title }: DeskItem) => deskRoutes.queue(title.titleId),
  log: ({ barcode }: DeskItem) => deskRoutes.logOf(barcode),
} as const;

export type ItemPlace = keyof typeof ITEM_PLACES;

export function isItemPlace(name: string): name is ItemPlace {
  return Object.keys(ITEM_PLACES).includes(name);
}
