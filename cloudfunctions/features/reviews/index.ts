import { operationsOf } from '../../kernel/operation';
import * as desk from './desk';
import { list } from './list';
import { report } from './report';
import { remove, write } from './write';

export const reviews = operationsOf('reviews', [list, write, remove, report]);

export const reviewDesk = operationsOf('reviewDesk', [desk.list, desk.decide, desk.setOpen]);
