import * as v from 'valibot';
import { KINDS } from '../../community/event-kinds';

export const anEventKind = v.picklist(KINDS, '没有这类活动');
