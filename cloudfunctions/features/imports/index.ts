import type { ImportsApi } from '../../../typings/contract/imports';
import type { StaffContext } from '../../kernel/context';
import type { OperationsOf } from '../../kernel/operation';
import { aside } from './aside';
import { discard } from './discard';
import { list } from './list';
import { look } from './look';
import { show } from './show';
import { start } from './start';
import { step } from './step';
import { stop } from './stop';

export const imports: OperationsOf<ImportsApi, StaffContext> = {
  'imports.list': list,
  'imports.look': look,
  'imports.start': start,
  'imports.step': step,
  'imports.show': show,
  'imports.stop': stop,
  'imports.aside': aside,
  'imports.discard': discard,
};
