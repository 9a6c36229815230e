import * as v from 'valibot';

export const aService = v.picklist(
  ['talk', 'pick_up', 'event', 'delivery', 'visit', 'search', 'other'],
  '没有这项服务',
);
