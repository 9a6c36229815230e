import type { Description } from './description';
import { settings } from './settings';

/** Puts the values of theme.json where a configuration says `@name`. */
export function themed<T extends object>(config: T, description: Description): T {
  const dark = settings.dark && description.app.darkmode === true;
  const values = description.theme[dark ? 'dark' : 'light'] ?? {};
  const entries = Object.entries(config).map(([name, value]) => {
    const variable = typeof value === 'string' && value.startsWith('@') ? values[value.slice(1)] : undefined;
    return [name, variable ?? (value as unknown)];
  });
  return Object.fromEntries(entries) as T;
}

/** The theme name page code hears. */
export const themeName = (): 'dark' | 'light' => (settings.dark ? 'dark' : 'light');
