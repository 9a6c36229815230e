import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engines } from './base-library';
import { TOOLS } from './installed';

/** What MDN knows of an engine: since when, and under which conditions. */
interface Support {
  version_added: string | boolean | null;
  version_removed?: string;
  prefix?: string;
  flags?: unknown;
  partial_implementation?: boolean;
  alternative_name?: string;
}
/** A node of MDN's tree: a property, below it its values and contexts. */
interface Known {
  __compat?: { support: { chrome_android?: Support | Support[]; safari_ios?: Support | Support[] } };
}
type Tree = Known & { [name: string]: Tree | undefined };

let read: Tree | undefined;
const tree = (): Tree =>
  (read ??= JSON.parse(
    readFileSync(join(TOOLS, 'node_modules/@mdn/browser-compat-data/data.json'), 'utf8'),
  ) as Tree);

const at = (path: readonly string[]): Tree | undefined =>
  path.reduce<Tree | undefined>((from, name) => from?.[name], tree().css);

const versionOf = ({ version_added: added }: Support): number =>
  typeof added === 'string' ? parseFloat(added.replace('≤', '')) : Infinity;

const isPlain = (support: Support): boolean =>
  !support.prefix && !support.flags && !support.partial_implementation && !support.alternative_name;

const has = (stated: Support | Support[] | undefined, version: number): boolean =>
  [stated ?? []].flat().some((one) => isPlain(one) && !one.version_removed && versionOf(one) <= version);

const sinceWords = (stated: Support | Support[] | undefined): string => {
  const versions = [stated ?? []].flat().filter(isPlain).map(versionOf);
  const first = Math.min(...versions, Infinity);
  return first === Infinity ? 'nowhere' : String(first);
};

/** What is asked about a path of MDN's tree: `properties`, `gap`, `flex_context`. */
export interface Compat {
  isKnown(...path: string[]): boolean;
  /**
   * Why an engine does not have it: `iOS since 14.5`; undefined where both have it, and where nothing is
   * known of it, as of most words.
   */
  lacking(...path: string[]): string | undefined;
}

export const compatOf = ({ ios, chrome }: Engines): Compat => ({
  isKnown: (...path) => at(path) !== undefined,
  lacking: (...path) => {
    const support = at(path)?.__compat?.support;
    if (!support) return undefined;
    const { safari_ios: onIos, chrome_android: onChrome } = support;
    const lacks = [
      ...(has(onIos, ios) ? [] : [`iOS since ${sinceWords(onIos)}`]),
      ...(has(onChrome, chrome) ? [] : [`Chrome since ${sinceWords(onChrome)}`]),
    ];
    return lacks.length === 0 ? undefined : lacks.join(', ');
  },
});
