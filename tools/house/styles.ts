import postcss from 'postcss';
import type { Sheet } from './sources';

export interface RepeatedStyle {
  /** The declarations, in the order of the alphabet. */
  says: string;
  /** `path:line selector` */
  places: string[];
}

const LEAST_DECLARATIONS = 3;

/**
 * Where a thing stands is said in few words that rows and grids share by chance, so blocks of these alone are
 * passed over; what a thing looks like is shared on purpose or copied.
 */
const STANDING =
  /^(display|position|order|z-index|top|right|bottom|left|gap|(row|column)-gap|word-break|(flex|grid|align|justify|overflow|margin|padding)(-.+)?|((min|max)-)?(width|height))$/;

/**
 * Blocks of three or more declarations that stand in several sheets, whatever their order: one thing that has
 * two names, or two homes. Within one sheet the cascade may need a block twice (the tokens of the dark).
 */
export function repeatedStyles(sheets: Sheet[]): RepeatedStyle[] {
  const blocks = new Map<string, { path: string; place: string }[]>();
  for (const { path, text } of sheets)
    postcss.parse(text).walkRules((rule) => {
      const declarations = rule.nodes.filter((node) => node.type === 'decl');
      if (declarations.length < LEAST_DECLARATIONS) return;
      if (declarations.every(({ prop }) => STANDING.test(prop))) return;
      const says = declarations
        .map(({ prop, value }) => `${prop}: ${value}`)
        .sort()
        .join('; ');
      const place = `${path}:${rule.source?.start?.line} ${rule.selector.replace(/\s+/g, ' ')}`;
      blocks.set(says, [...(blocks.get(says) ?? []), { path, place }]);
    });
  return [...blocks]
    .filter(([, found]) => new Set(found.map(({ path }) => path)).size > 1)
    .map(([says, found]) => ({ says, places: found.map(({ place }) => place) }))
    .sort((a, b) => b.places.length - a.places.length || b.says.length - a.says.length);
}
