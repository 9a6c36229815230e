import { operationsOf } from '../../kernel/operation';
import { finds, mine, remove, save } from './own';

export const profiles = operationsOf('profiles', [mine, save, remove, finds]);
