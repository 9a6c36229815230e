import * as v from 'valibot';
import { done } from '../../kernel/refusal';
import { aQuery } from '../../kernel/asked-search';
import { searchReading } from './search-reading';

const MOST_SUGGESTED = 8;

export const suggest = searchReading('search.suggest', {
  caller: 'visitor',
  schema: v.strictObject({ text: aQuery }),
  run: async ({ engine }, { text }) =>
    done({ list: text.trim() === '' ? [] : await engine.suggest(text, MOST_SUGGESTED) }),
});
