import { operationsOf } from '../../kernel/operation';
import { aside } from './aside';
import { discard } from './discard';
import { list } from './list';
import { look } from './look';
import { show } from './show';
import { start } from './start';
import { step } from './step';
import { stop } from './stop';

export const imports = operationsOf('imports', [list, look, start, step, show, stop, aside, discard]);
