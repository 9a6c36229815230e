import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { keptAboutReaders } from './about-readers';

/** What the library keeps about readers: told to anybody, before they agree. */
export const kept = reading('account.kept', {
  caller: 'visitor',
  schema: nothing,
  run: async ({ library }) => done({ list: keptAboutReaders(library) }),
});
