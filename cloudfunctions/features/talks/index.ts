import { operationsOf } from '../../kernel/operation';
import { close, open, rate, say, takeBack } from './asking';
import { mine, show } from './showing';

export const talks = operationsOf('talks', [mine, open, show, say, takeBack, close, rate]);
