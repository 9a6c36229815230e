import { operationsOf } from '../../kernel/operation';
import { branches } from './branches';
import { items } from './holdings';
import { related } from './related';
import { shelf } from './shelf';
import { title } from './title';

export const catalogue = operationsOf('catalogue', [title, items, related, shelf, branches]);
