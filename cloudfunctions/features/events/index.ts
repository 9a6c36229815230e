import { operationsOf } from '../../kernel/operation';
import { cancel } from './cancel';
import { list } from './list';
import { register } from './register';
import { show } from './show';

export const events = operationsOf('events', [list, show, register, cancel]);
