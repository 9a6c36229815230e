import { operationsOf } from '../../kernel/operation';
import { get, list } from './reading';

export const resources = operationsOf('resources', [list, get]);
