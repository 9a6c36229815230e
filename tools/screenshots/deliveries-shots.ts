import type { Stage } from './stage';
import { inTurn } from './stage';
import type { Shot } from './shots';

/** Documents from elsewhere, from both sides. */

const page = (name: string, deliveryId = ''): string =>
  `features/deliveries/pages/${name}/index${deliveryId && `?deliveryId=${deliveryId}`}`;
const one = (deliveryId: string, caption: string, as: Shot['as']): Shot => ({
  name: deliveryId,
  caption,
  shows: page('one'),
  starts: page('one', deliveryId),
  as,
});

export const deliveriesShots: Shot[] = [
  { name: 'deliveries', caption: '文献传递', shows: page('mine'), as: 'researcher' },
  { name: 'delivery-ask', caption: '申请文献', shows: page('ask'), as: 'researcher' },
  {
    name: 'delivery-ask-empty',
    caption: '申请文献 · 没填',
    shows: page('ask'),
    as: 'researcher',
    act: (stage: Stage) => stage.tap('提交申请'),
  },
  one('delivery-silk', '文献传递 · 确认费用', 'researcher'),
  one('delivery-looms', '文献传递 · 已办结', 'researcher'),
  one('delivery-poems', '文献传递 · 未取得', 'reader'),
  { name: 'delivery-desk', caption: '文献传递 · 馆员', shows: page('desk'), as: 'librarian', wide: true },
  {
    name: 'delivery-handle',
    caption: '办理文献传递',
    shows: page('handle'),
    starts: page('handle', 'delivery-silk'),
    as: 'librarian',
  },
  {
    name: 'delivery-arrive',
    caption: '办理 · 图书到馆',
    shows: page('handle'),
    starts: page('handle', 'delivery-gazetteer'),
    as: 'librarian',
    act: inTurn(
      (stage) => stage.tap('受理'),
      (stage) => stage.tap('图书到馆'),
    ),
  },
  { name: 'delivery-figures', caption: '文献传递统计', shows: page('figures'), as: 'librarian' },
];
