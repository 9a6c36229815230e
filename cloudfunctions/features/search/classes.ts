import * as v from 'valibot';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { aClass } from '../../kernel/asked-search';
import { engineFilters } from './engine-filters';
import { searchReading } from './search-reading';

export const classes = searchReading('search.classes', {
  caller: 'visitor',
  schema: v.strictObject({ under: v.union([v.literal(''), aClass]), branchId: v.optional(anId) }),
  run: async ({ engine }, { under, branchId }) =>
    done(await engine.classes(under, engineFilters(branchId ? { branchId } : {}))),
});
