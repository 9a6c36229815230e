const page = (name: string) => `/features/rules/pages/${name}/index`;

/** The pages of the rules; only they open each other. */
export const rulesRoutes = {
  matrix: page('matrix'),
  row: (policyId: string) => `${page('row')}?policyId=${encodeURIComponent(policyId)}`,
  newRow: page('row'),
  published: page('published'),
  try: page('try'),
  calendar: page('calendar'),
  hours: (branchId: string) => `${page('hours')}?branchId=${encodeURIComponent(branchId)}`,
  staff: page('staff'),
  jobs: page('jobs'),
} as const;
