import type { LecturesApi } from '../../../typings/contract/lectures';
import type { OperationsOf } from '../../kernel/operation';
import { keepPosition } from './keep-position';
import { list } from './list';
import { show } from './show';

export const lectures: OperationsOf<LecturesApi> = {
  'lectures.list': list,
  'lectures.show': show,
  'lectures.keepPosition': keepPosition,
};
