import { operationsOf } from '../../kernel/operation';
import { show } from './show';
import { refuseOne, setTaste, taste } from './tastes';

export const recommendations = operationsOf('recommendations', [show, refuseOne, taste, setTaste]);
