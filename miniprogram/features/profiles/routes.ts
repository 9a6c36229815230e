import { pageOf } from '../../lib/routes';

/** Pages of this feature that only its own pages open. */
export const profileRoutes = {
  finds: (profileId: string) => pageOf('profiles', 'finds', { profileId }),
  edit: (profileId: string) => pageOf('profiles', 'edit', { profileId }),
};
