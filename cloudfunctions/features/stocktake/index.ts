import type { StocktakeApi } from '../../../typings/contract/stocktake';
import type { StaffContext } from '../../kernel/context';
import type { OperationsOf } from '../../kernel/operation';
import { finish } from './finish';
import { list } from './list';
import { report } from './report';
import { scan } from './scan';
import { shelves } from './shelves';
import { start } from './start';

export const stocktake: OperationsOf<StocktakeApi, StaffContext> = {
  'stocktake.list': list,
  'stocktake.shelves': shelves,
  'stocktake.start': start,
  'stocktake.scan': scan,
  'stocktake.report': report,
  'stocktake.finish': finish,
};
