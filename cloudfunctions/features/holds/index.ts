import { operationsOf } from '../../kernel/operation';
import { cancel } from './cancel';
import { change } from './change';
import { list } from './list';
import { place } from './place';

export const holds = operationsOf('holds', [list, place, cancel, change]);
