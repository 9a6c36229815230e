import { operationsOf } from '../../kernel/operation';
import { questions, retire, save } from './bank';
import { bringIn } from './bring-in';
import { figures } from './figures';

/** The question bank and what came of a quiz, for staff. */
export const quizDesk = operationsOf('quizDesk', [questions, save, retire, bringIn, figures]);
