import { operationsOf } from '../../kernel/operation';
import { keepPosition } from './keep-position';
import { list } from './list';
import { show } from './show';

export const lectures = operationsOf('lectures', [list, show, keepPosition]);
