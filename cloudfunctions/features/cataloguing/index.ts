import { operationsOf } from '../../kernel/operation';
import { addCopies } from './add-copies';
import { addTitle } from './add-title';
import { changeCopy, removeCopy } from './change-copy';
import { changeTitle } from './change-title';
import { lookUp } from './look-up';
import { callNumber, choices, copies, title } from './reading';
import { refreshCopies } from './refresh-copies';

export const cataloguing = operationsOf('cataloguing', [
  lookUp,
  choices,
  callNumber,
  title,
  copies,
  addTitle,
  changeTitle,
  refreshCopies,
  addCopies,
  changeCopy,
  removeCopy,
]);
