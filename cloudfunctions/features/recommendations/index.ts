import { operationsOf } from '../../kernel/operation';
import { ranking } from './ranking';
import { show } from './show';
import { refuseOne, setTaste, taste } from './tastes';

export const recommendations = operationsOf('recommendations', [show, ranking, refuseOne, taste, setTaste]);
