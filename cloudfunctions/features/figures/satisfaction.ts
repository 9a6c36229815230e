import * as v from 'valibot';
import type { SatisfiedPart } from '../../../typings/contract/figures';
import type { LocalDate } from '../../../typings/contract/shapes';
import type { FaceCountDocument, Library } from '../../documents';
import { NO_BRANCH } from '../../figures/faces';
import { facesOfQuarter } from '../../figures/faces-told';
import { between, type Database } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';

/** From the beginning of the year before: whole quarters, a document a week. */
export const twoYearsOfFaces = (db: Database, today: LocalDate): Promise<FaceCountDocument[]> =>
  db.find('faceCounts', {
    where: { week: between({ from: `${Number(today.slice(0, 4)) - 1}-01-01` }) },
    orderBy: [['week', 'desc']],
    limit: 200,
  });

/** One read. */
export const satisfaction = reading('figureDesk.satisfaction', {
  role: 'manager',
  schema: v.strictObject({
    quarter: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-[1-4]$/, '季度应为 2026-3 这样的格式'))),
  }),
  run: async ({ db, library, today }, { quarter }) => {
    const told = facesOfQuarter(await twoYearsOfFaces(db, today), today, quarter);
    return done({
      ...told,
      byBranch: told.byBranch.map((part) => named(part, branchNames(library))),
      byCategory: told.byCategory.map((part) => named(part, categoryNames(library))),
    });
  },
});

const named = (part: SatisfiedPart, names: ReadonlyMap<string, string>): SatisfiedPart => ({
  ...part,
  key: names.get(part.key) ?? part.key,
});

const branchNames = ({ branches }: Library): ReadonlyMap<string, string> =>
  new Map([[NO_BRANCH, '网上'], ...branches.map(({ _id, name }) => [_id, name] as const)]);

const categoryNames = ({ settings }: Library): ReadonlyMap<string, string> =>
  new Map(settings.readerCategories.map(({ id, name }) => [id, name]));
