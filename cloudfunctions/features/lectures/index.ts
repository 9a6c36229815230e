import { operationsOf } from '../../kernel/operation';
import { keepPosition } from './keep-position';
import { list } from './list';
import { answerQuiz } from './quiz';
import { show } from './show';
import { transcript } from './transcript';

export const lectures = operationsOf('lectures', [list, show, keepPosition, transcript, answerQuiz]);
