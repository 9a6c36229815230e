const page = (name: string, wishId: string): string =>
  `/features/wishes/pages/${name}/index?wishId=${encodeURIComponent(wishId)}`;

/** Pages of this feature that only it opens. */
export const wishRoutes = {
  one: (wishId: string) => page('one', wishId),
  handle: (wishId: string) => page('handle', wishId),
};
