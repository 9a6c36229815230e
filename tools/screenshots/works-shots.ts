import type { Stage } from './stage';
import type { Shot } from './shots';

/** Works that are sent in and judged, books that wander, books that are given, books that are wished for. */

const works = (name: string): string => `features/works/pages/${name}/index`;
const drifting = (name: string): string => `features/drifting/pages/${name}/index`;
const donations = (name: string): string => `features/donations/pages/${name}/index`;
const wishes = (name: string): string => `features/wishes/pages/${name}/index`;
const AS_STAFF = { as: 'librarian' as const };
const shot = (name: string, caption: string, shows: string, query = '', more: Partial<Shot> = {}): Shot => ({
  ...{ name, caption, shows, as: 'reader' },
  ...(query && { starts: `${shows}?${query}` }),
  ...more,
});

export const worksShots: Shot[] = [
  shot('works-calls', '征集', works('calls'), 'kind=contest'),
  shot('works-call', '征集 · 我的作品', works('call'), 'callId=call-library'),
  shot('works-decided', '评选结果', works('call'), 'callId=call-river', { as: 'senior' }),
  shot('works-certificate', '获奖证书', works('call'), 'callId=call-river', {
    as: 'senior',
    act: (stage: Stage) => stage.tap('获奖证书'),
  }),
  shot('works-write', '写作品', works('write'), 'callId=call-library'),
  shot('works-work', '读作品', works('work'), 'workId=3f7a-river-ferry'),
  shot('works-desk', '征集与评选 · 馆员', works('desk'), '', { ...AS_STAFF, wide: true }),
  shot('works-run', '一项征集 · 名次', works('run'), 'callId=call-river', AS_STAFF),
  shot('works-run-blind', '一项征集 · 馆员也是评委', works('run'), 'callId=call-autumn', AS_STAFF),
  shot('works-criteria', '怎样评', works('run'), 'callId=call-library', {
    ...AS_STAFF,
    act: (stage: Stage) => stage.tap('怎样评'),
  }),
  shot('works-judge', '评审', works('judge'), 'callId=call-autumn', { as: 'librarian-linhe' }),
  shot('works-mark', '评审作品', works('mark'), 'callId=call-autumn&workId=29aa-autumn-self', {
    as: 'librarian-linhe',
  }),
  shot('works-mark-points', '打分', works('mark'), 'callId=call-autumn&workId=29aa-autumn-self', {
    as: 'librarian-linhe',
    act: (stage: Stage) => stage.tap('打分'),
  }),
  shot('works-drift-books', '图书漂流', drifting('books')),
  shot('works-drift-book', '漂流护照', drifting('book'), 'driftId=drift-border'),
  shot('works-drift-mine', '漂流护照 · 在我手里', drifting('book'), 'driftId=drift-prince'),
  shot('works-drift-take', '接过漂流书', drifting('book'), 'code=CHJ7M3QA', {
    act: (stage: Stage) => stage.tap('接过这本书'),
  }),
  shot('works-drift-desk', '图书漂流 · 馆员', drifting('desk'), '', { ...AS_STAFF, wide: true }),
  shot('works-drift-handle', '漂流书 · 漂流码', drifting('handle'), 'driftId=drift-tea', AS_STAFF),
  shot('works-gifts', '赠书', donations('mine')),
  shot('works-gift-offer', '我要捐书', donations('offer')),
  shot('works-gift-one', '赠书 · 已收到', donations('one'), 'donationId=donation-picture'),
  shot('works-gift-certificate', '捐赠证书', donations('one'), 'donationId=donation-picture', {
    act: (stage: Stage) => stage.tap('捐赠证书'),
  }),
  shot('works-gift-desk', '赠书 · 馆员', donations('desk'), '', { ...AS_STAFF, wide: true }),
  shot('works-gift-handle', '办理赠书', donations('handle'), 'donationId=donation-novels', AS_STAFF),
  shot('works-gift-answer', '答复赠书', donations('handle'), 'donationId=donation-novels', {
    ...AS_STAFF,
    act: (stage: Stage) => stage.tap('答复读者'),
  }),
  shot('works-wishes', '我的荐购', wishes('mine')),
  shot('works-wish-ask', '荐购', wishes('ask'), 'title=城南旧事'),
  shot('works-wish-joined', '荐购 · 别的读者荐购过', wishes('ask'), 'title=云溪的桥&author=顾怀安'),
  shot('works-wish-missing', '荐购 · 没有写作者', wishes('ask'), 'title=云溪的塔', {
    act: (stage: Stage) => stage.tap('提交荐购'),
  }),
  shot('works-wish-one', '荐购 · 已订购', wishes('one'), 'wishId=wish-stars'),
  shot('works-wish-declined', '荐购 · 未采纳', wishes('one'), 'wishId=wish-exam', { as: 'student' }),
  shot('works-wish-desk', '荐购 · 馆员', wishes('desk'), '', { ...AS_STAFF, wide: true }),
  shot('works-wish-handle', '办理荐购', wishes('handle'), 'wishId=wish-rivers', AS_STAFF),
  shot('works-wish-decline', '不采纳荐购', wishes('handle'), 'wishId=wish-rivers', {
    ...AS_STAFF,
    act: (stage: Stage) => stage.tap('不采纳'),
  }),
];
