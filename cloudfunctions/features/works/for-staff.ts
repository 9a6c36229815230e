import { operationsOf } from '../../kernel/operation';
import { announce, call, callOff, list, save, setJudge } from './desk-calls';
import { look, works } from './desk-works';
import { calls, mark, work, works as judgedWorks } from './judging';
import { openAsJudge, openAtDesk } from './opening-for-staff';
import { decide, results } from './results';

/** Calls as their organisers run them. */
export const workDesk = operationsOf('workDesk', [
  list,
  call,
  save,
  setJudge,
  announce,
  callOff,
  works,
  look,
  openAtDesk,
  results,
  decide,
]);

/** Works as their judges see them. */
export const judging = operationsOf('judging', [calls, judgedWorks, work, openAsJudge, mark]);
