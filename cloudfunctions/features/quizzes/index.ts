import { operationsOf } from '../../kernel/operation';
import { ranking, show } from './show';
import { answer, handIn, setNamed, start } from './taking';

export const quizzes = operationsOf('quizzes', [show, start, answer, handIn, setNamed, ranking]);
