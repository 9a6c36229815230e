import { operationsOf } from '../../kernel/operation';
import { bringTranscript, dropTranscript } from './bring-transcript';
import { deskList, deskShow } from './desk-reading';
import { begin, remove, save } from './editing';
import { publish, withdraw } from './publishing';

/** Recaps as the staff write them. */
export const lectureDesk = operationsOf('lectureDesk', [
  deskList,
  deskShow,
  begin,
  save,
  publish,
  withdraw,
  remove,
  bringTranscript,
  dropTranscript,
]);
