import { routes } from '../../lib/routes';

/** The pages of cataloguing as they open each other. */
export const cataloguingRoutes = {
  /** The form for a book that is not here: what was scanned, or '' for one without a code. */
  newTitle: (code: string) => routes.catalogue(code),
  /** A form that was left unsaved. */
  draft: (key: string) => `/features/cataloguing/pages/form/index?draft=${encodeURIComponent(key)}`,
  editTitle: (titleId: string) =>
    `/features/cataloguing/pages/form/index?titleId=${encodeURIComponent(titleId)}`,
  copies: (titleId: string) => routes.copiesOf(titleId),
} as const;
