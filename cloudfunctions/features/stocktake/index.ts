import { operationsOf } from '../../kernel/operation';
import { finish } from './finish';
import { list } from './list';
import { report } from './report';
import { scan } from './scan';
import { shelves } from './shelves';
import { start } from './start';

export const stocktake = operationsOf('stocktake', [list, shelves, start, scan, report, finish]);
