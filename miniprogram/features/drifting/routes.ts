const page = (name: string, key: string, value: string): string =>
  `/features/drifting/pages/${name}/index?${key}=${encodeURIComponent(value)}`;

/** Pages of this feature that only it opens. */
export const driftRoutes = {
  book: (driftId: string) => page('book', 'driftId', driftId),
  /** With the code that stands in the book: it can be taken there. */
  byCode: (code: string) => page('book', 'code', code),
  handle: (driftId: string) => page('handle', 'driftId', driftId),
};
