import type { CataloguingApi } from '../../../typings/contract/cataloguing';
import type { StaffContext } from '../../kernel/context';
import type { OperationsOf } from '../../kernel/operation';
import { addCopies } from './add-copies';
import { addTitle } from './add-title';
import { changeCopy, removeCopy } from './change-copy';
import { changeTitle } from './change-title';
import { lookUp } from './look-up';
import { callNumber, choices, copies, title } from './reading';
import { refreshCopies } from './refresh-copies';

export const cataloguing: OperationsOf<CataloguingApi, StaffContext> = {
  'cataloguing.lookUp': lookUp,
  'cataloguing.choices': choices,
  'cataloguing.callNumber': callNumber,
  'cataloguing.title': title,
  'cataloguing.copies': copies,
  'cataloguing.addTitle': addTitle,
  'cataloguing.changeTitle': changeTitle,
  'cataloguing.refreshCopies': refreshCopies,
  'cataloguing.addCopies': addCopies,
  'cataloguing.changeCopy': changeCopy,
  'cataloguing.removeCopy': removeCopy,
};
