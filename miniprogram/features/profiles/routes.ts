const page = (name: string, profileId: string): string =>
  `/features/profiles/pages/${name}/index?profileId=${encodeURIComponent(profileId)}`;

/** Pages of this feature that only its own pages open. */
export const profileRoutes = {
  finds: (profileId: string) => page('finds', profileId),
  edit: (profileId: string) => page('edit', profileId),
};
