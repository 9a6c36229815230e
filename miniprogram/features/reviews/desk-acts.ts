import { actsOn, type Sheet } from '../../lib/acts';
import { commentField } from '../../lib/asking';
import { act } from '../../lib/call';

/** The review that is decided on as staff read it, and how the library's switch stands. */
interface DeskFacts {
  reviewId: string;
  at: string;
  open: boolean;
  checkFirst: boolean;
}

/** What WeChat ties the switch to stands beside it: principle 8 of the product. */
const CATEGORY =
  '微信规定：小程序公开展示读者写的内容，须先在公众平台添加“社交”下的“笔记”或“社区/论坛”类目（需机关证明或非经营性互联网信息服务备案核准，首次审核约 7 天）。没有这个类目以前，请保持关闭。';

const allow = ({ reviewId, at }: DeskFacts) =>
  act('reviewDesk.decide', { reviewId, at, allow: true, why: '' });

const refuse = ({ reviewId, at }: DeskFacts, { comment = '' }: Record<string, string>) =>
  act('reviewDesk.decide', { reviewId, at, allow: false, why: comment.trim() });

const saysWhy = (heading: string): Sheet => ({
  heading,
  note: '理由会告诉写书评的读者，请写清楚怎样修改。',
  fields: [commentField('理由', '例如：请不要剧透结局')],
});

/**
 * What staff decide on reviews: on those that wait for them, on those that readers reported, and on all at
 * once.
 */
export const deskActs = actsOn<DeskFacts>()({
  publish: { words: '通过', run: allow, done: () => '已发表' },
  refuse: { words: '不通过', sheet: () => saysWhy('不通过这条书评'), run: refuse },
  keep: { words: '保留', run: allow, done: () => '已保留' },
  takeDown: { words: '撤下', sheet: () => saysWhy('撤下这条书评'), run: refuse },
  switch: {
    words: '读者书评',
    sheet: ({ open, checkFirst }) => ({
      note: CATEGORY,
      fields: [
        {
          name: 'open',
          label: '开放读者书评',
          kind: 'switch',
          value: open ? 'yes' : '',
          hint: '关闭后书评不再显示，已写的会保留',
        },
        {
          name: 'checkFirst',
          label: '馆员先看再发表',
          kind: 'switch',
          value: checkFirst ? 'yes' : '',
          hint: '关上后，通过微信内容安全检查的会直接发表；拿不准的仍由馆员看',
        },
      ],
      confirm: '保存',
    }),
    run: (_facts, { open, checkFirst }) =>
      act('reviewDesk.setOpen', { open: open === 'yes', checkFirst: checkFirst === 'yes' }),
    done: () => '已保存，一分钟内生效',
  },
});

/** Which two of them stand under a review of each list: the yes and the no. */
export const DECISIONS = {
  waiting: {
    yes: { id: 'publish', words: deskActs.publish.words },
    no: { id: 'refuse', words: deskActs.refuse.words },
  },
  reported: {
    yes: { id: 'keep', words: deskActs.keep.words },
    no: { id: 'takeDown', words: deskActs.takeDown.words },
  },
} satisfies Record<string, Record<'yes' | 'no', { id: keyof typeof deskActs; words: string }>>;
