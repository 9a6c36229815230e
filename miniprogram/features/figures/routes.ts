/** Pages that only staff open. */
export const figureRoutes = {
  health: '/features/figures/pages/health/index',
  satisfaction: '/features/figures/pages/satisfaction/index',
  services: '/features/figures/pages/services/index',
  month: '/features/figures/pages/month/index',
  form: '/features/figures/pages/form/index',
  survey: '/features/figures/pages/survey/index',
  cases: '/features/figures/pages/cases/index',
} as const;
