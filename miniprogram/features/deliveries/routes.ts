import { pageOf } from '../../lib/routes';

/** Pages of this feature that only its own pages open. */
export const deliveryRoutes = {
  one: (deliveryId: string) => pageOf('deliveries', 'one', { deliveryId }),
  handle: (deliveryId: string) => pageOf('deliveries', 'handle', { deliveryId }),
  figures: pageOf('deliveries', 'figures'),
};
