import type { TitleForIndex } from '../../../cloudfunctions/search/index/title';
import { materialsOf, type Ask } from './asking';
import { dice } from './chance';

export { furtherKinds } from './further-kinds';
export { sixteenKinds as kinds } from './sixteen-kinds';

/** A known item and how somebody asks for it. */
export interface KnownItem {
  kind: string;
  text: string;
  target: number;
  /** Set where more than the target answers: any title with this subject. */
  subject?: string;
}

/** The search is tuned by what the first draw misses; nobody looks at what the second one does. */
export const DRAWS = { tuned: 7, heldOut: 20_261_123 } as const;
const TRIES = 4000;

export function knownItems(
  asks: Record<string, Ask>,
  titles: TitleForIndex[],
  each: number,
  seed: number = DRAWS.tuned,
): KnownItem[] {
  const materials = materialsOf(titles);
  const latin = titles.flatMap(({ language }, at) => (language === 'chi' ? [] : [at]));
  return Object.entries(asks).flatMap(([kind, ask], n) => {
    const chance = dice(seed + n * 1000);
    const items: KnownItem[] = [];
    const among = kind.startsWith('Latin') && latin.length > 0 ? latin : null;
    for (let tries = 0; tries < TRIES && items.length < each; tries++) {
      const target = among ? chance.one(among) : chance.below(titles.length);
      const text = ask(titles[target]!, chance, materials);
      if (text) items.push({ kind, text, target });
    }
    return items;
  });
}

export const SUBJECT_ALONE = 'subject alone';

/** A subject alone: any title that carries it answers, and so does one that is called so. */
export function subjectItems(titles: TitleForIndex[], each: number, seed: number = DRAWS.tuned): KnownItem[] {
  const chance = dice(seed - 1);
  const items: KnownItem[] = [];
  while (items.length < each) {
    const target = chance.below(titles.length);
    const subject = titles[target]!.subjects.at(-1);
    if (subject) items.push({ kind: SUBJECT_ALONE, text: subject, target, subject });
    else if (!titles.some(({ subjects }) => subjects.length > 0)) break;
  }
  return items;
}
