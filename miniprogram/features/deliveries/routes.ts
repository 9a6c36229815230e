const page = (name: string, query = ''): string => `/features/deliveries/pages/${name}/index${query}`;
const ofDelivery = (deliveryId: string): string => `?deliveryId=${encodeURIComponent(deliveryId)}`;

/** Pages of this feature that only its own pages open. */
export const deliveryRoutes = {
  one: (deliveryId: string) => page('one', ofDelivery(deliveryId)),
  handle: (deliveryId: string) => page('handle', ofDelivery(deliveryId)),
  figures: page('figures'),
};
