const page = (name: string) => `/features/desk/pages/${name}/index`;
const at = (name: string, key: string) => (value: string) =>
  `${page(name)}?${key}=${encodeURIComponent(value)}`;

/** The pages of the desk; only the desk opens them. */
export const deskRoutes = {
  checkOut: page('check-out'),
  checkIn: page('check-in'),
  holdShelf: page('hold-shelf'),
  expiredShelf: `${page('hold-shelf')}?expired=1`,
  toFetch: page('to-fetch'),
  transit: page('transit'),
  overdue: page('overdue'),
  conflicts: page('conflicts'),
  applications: page('applications'),
  log: page('log'),
  logOf: at('log', 'barcode'),
  logOfReader: at('log', 'readerId'),
  find: page('find'),
  newCard: page('new-card'),
  /** A copy by its barcode; without one the page asks for a scan. */
  copy: page('item'),
  item: at('item', 'barcode'),
  queue: at('queue', 'titleId'),
  /** A reader by their card number. */
  reader: at('reader', 'card'),
  help: page('help'),
  helpOn: at('help', 'topic'),
} as const;
