import { pageOf } from '../../lib/routes';

/** Pages of this feature that only it opens. */
export const donationRoutes = {
  offer: pageOf('donations', 'offer'),
  one: (donationId: string) => pageOf('donations', 'one', { donationId }),
  handle: (donationId: string) => pageOf('donations', 'handle', { donationId }),
};
