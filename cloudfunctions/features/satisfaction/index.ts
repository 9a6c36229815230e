import { operationsOf } from '../../kernel/operation';
import { ask, leave, rate } from './asking';
import { complain, helped, mine } from './cases';
import { answerSurvey, survey } from './survey';

export const satisfaction = operationsOf('satisfaction', [
  ask,
  leave,
  rate,
  complain,
  mine,
  helped,
  survey,
  answerSurvey,
]);
