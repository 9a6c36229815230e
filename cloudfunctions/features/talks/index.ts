import { operationsOf } from '../../kernel/operation';
import { close, open, rate, say, takeBack } from './asking';
import { mine, openMedia, show } from './showing';

export const talks = operationsOf('talks', [mine, open, show, say, openMedia, takeBack, close, rate]);
