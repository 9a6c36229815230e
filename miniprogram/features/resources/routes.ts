/** The desk's editor; only the desk's list opens it. Without an id it begins a new one. */
export const editResource = (resourceId = ''): string =>
  `/features/resources/pages/edit/index?resourceId=${encodeURIComponent(resourceId)}`;
