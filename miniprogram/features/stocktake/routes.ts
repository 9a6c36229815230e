const at = (name: string, stocktakeId: string) =>
  `/features/stocktake/pages/${name}/index?stocktakeId=${encodeURIComponent(stocktakeId)}`;

/** The pages of the stocktake; only they open each other. */
export const stocktakeRoutes = {
  count: (stocktakeId: string) => at('count', stocktakeId),
  report: (stocktakeId: string) => at('report', stocktakeId),
} as const;
