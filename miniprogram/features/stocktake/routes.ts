import { pageOf } from '../../lib/routes';

/** The pages of the stocktake; only they open each other. */
export const stocktakeRoutes = {
  count: (stocktakeId: string) => pageOf('stocktake', 'count', { stocktakeId }),
  report: (stocktakeId: string) => pageOf('stocktake', 'report', { stocktakeId }),
} as const;
