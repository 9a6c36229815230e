import { operationsOf } from '../../kernel/operation';
import { checkIn, dropNote } from './checking-in';
import { notes, show } from './show';
import { joinTeam, leave, makeTeam } from './teams';

export const challenges = operationsOf('challenges', [
  show,
  checkIn,
  dropNote,
  notes,
  makeTeam,
  joinTeam,
  leave,
]);
