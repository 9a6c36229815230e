import { operationsOf } from '../../kernel/operation';
import { helped } from './helping';
import { browse, show, suggest } from './reading';

export const answers = operationsOf('answers', [suggest, show, browse, helped]);
