const page = (name: string, donationId: string): string =>
  `/features/donations/pages/${name}/index?donationId=${encodeURIComponent(donationId)}`;

/** Pages of this feature that only it opens. */
export const donationRoutes = {
  offer: '/features/donations/pages/offer/index',
  one: (donationId: string) => page('one', donationId),
  handle: (donationId: string) => page('handle', donationId),
};
