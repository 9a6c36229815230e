import { operationsOf } from '../../kernel/operation';
import { bringIn } from './bringing-in';
import { saveColumns, setOpen } from './columns';
import { deskGet, deskList, printings, preview } from './desk-reading';
import { publish, remove, restore, save, show } from './editing';

/** The desk's half: it alone carries what reads pages of other places. */
export const articleDesk = operationsOf('articleDesk', [
  deskList,
  deskGet,
  preview,
  save,
  publish,
  show,
  remove,
  printings,
  restore,
  bringIn,
  saveColumns,
  setOpen,
]);
