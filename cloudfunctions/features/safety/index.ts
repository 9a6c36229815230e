import { operationsOf } from '../../kernel/operation';
import { rotateKeys } from './keys';
import { save, show } from './library-safety';

export const safety = operationsOf('safety', [show, save, rotateKeys]);
