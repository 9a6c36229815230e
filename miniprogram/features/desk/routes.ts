/** The pages of the desk; only the desk opens them. */
export const deskRoutes = {
  checkOut: '/features/desk/pages/check-out/index',
  checkIn: '/features/desk/pages/check-in/index',
  holdShelf: '/features/desk/pages/hold-shelf/index',
  toFetch: '/features/desk/pages/to-fetch/index',
  log: '/features/desk/pages/log/index',
} as const;
