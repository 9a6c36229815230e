import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { whoAsks } from '../../views/me';

export const me = reading(nothing, async (context) => done((await whoAsks(context)).me));
