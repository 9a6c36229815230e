import * as v from 'valibot';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { aClass, engineFilters } from './asked-for';
import { searchReading } from './search-reading';

export const classes = searchReading('search.classes', {
  caller: 'visitor',
  schema: v.strictObject({ under: v.union([v.literal(''), aClass]), branchId: v.optional(anId) }),
  run: async ({ engine }, { under, branchId }) =>
    done(await engine.classes(under, engineFilters(branchId ? { branchId } : {}))),
});
