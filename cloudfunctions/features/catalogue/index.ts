import type { CatalogueApi } from '../../../typings/contract/catalogue';
import type { OperationsOf } from '../../kernel/operation';
import { branches } from './branches';
import { title } from './title';

export const catalogue: OperationsOf<CatalogueApi> = {
  'catalogue.title': title,
  'catalogue.branches': branches,
};
