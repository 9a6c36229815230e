import { operationsOf } from '../../kernel/operation';
import { list } from './list';
import { report } from './report';
import { remove, write } from './write';

export const reviews = operationsOf('reviews', [list, write, remove, report]);
