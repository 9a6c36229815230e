import { operationsOf } from '../../kernel/operation';
import { follow, list, show } from './reading';

export const articles = operationsOf('articles', [list, show, follow]);
