import { operationsOf } from '../../kernel/operation';
import { answer, list, take } from './cases';
import { save, show } from './survey-desk';

export const caseDesk = operationsOf('caseDesk', [list, take, answer]);
export const surveyDesk = operationsOf('surveyDesk', [show, save]);
