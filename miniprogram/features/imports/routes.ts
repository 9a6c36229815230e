/** The pages of the import; only they open each other. */
export const importRoutes = {
  list: '/features/imports/pages/list/index',
  look: (fileId: string, fileName: string) =>
    `/features/imports/pages/look/index?fileId=${encodeURIComponent(fileId)}&fileName=${encodeURIComponent(fileName)}`,
  run: (runId: string) => `/features/imports/pages/run/index?runId=${encodeURIComponent(runId)}`,
} as const;
