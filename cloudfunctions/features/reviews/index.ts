import type { ReviewDeskApi, ReviewsApi } from '../../../typings/contract/reviews';
import type { StaffContext } from '../../kernel/context';
import type { OperationsOf } from '../../kernel/operation';
import * as desk from './desk';
import { list } from './list';
import { report } from './report';
import { remove, write } from './write';

export const reviews: OperationsOf<ReviewsApi> = {
  'reviews.list': list,
  'reviews.write': write,
  'reviews.remove': remove,
  'reviews.report': report,
};

export const reviewDesk: OperationsOf<ReviewDeskApi, StaffContext> = {
  'reviewDesk.list': desk.list,
  'reviewDesk.decide': desk.decide,
  'reviewDesk.setOpen': desk.setOpen,
};
