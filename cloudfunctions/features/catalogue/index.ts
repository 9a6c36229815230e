import type { CatalogueApi } from '../../../typings/contract/catalogue';
import type { OperationsOf } from '../../kernel/operation';
import { branches } from './branches';
import { items } from './holdings';
import { related } from './related';
import { shelf } from './shelf';
import { title } from './title';

export const catalogue: OperationsOf<CatalogueApi> = {
  'catalogue.title': title,
  'catalogue.items': items,
  'catalogue.related': related,
  'catalogue.shelf': shelf,
  'catalogue.branches': branches,
};
