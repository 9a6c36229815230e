import { operationsOf } from '../../kernel/operation';
import { health } from './health';
import { form } from './form';
import { month } from './month';
import { page } from './page';
import { rows } from './rows';
import { satisfaction } from './satisfaction';
import { services } from './services';
import { workbook } from './workbook';

export const figureDesk = operationsOf('figureDesk', [
  page,
  satisfaction,
  services,
  month,
  form,
  workbook,
  health,
  rows,
]);
