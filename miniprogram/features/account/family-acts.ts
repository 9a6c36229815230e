import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import type { MemberRow } from '../../lib/family';
import { CHILD_VERSION } from './texts';

/** Whom it is done to; nobody yet where a card is added. */
export type Member = Pick<MemberRow, 'readerId' | 'name'> & { requestId?: string };
export const NOBODY: Member = { readerId: '', name: '' };

/** What is done to the cards of this WeChat. */
export const familyActs = actsOn<Member>()({
  switch: {
    words: '切换到这张证',
    run: ({ readerId }) => act('account.switchTo', { readerId }),
    done: () => '已切换',
  },
  unlink: {
    words: '从这个微信解绑',
    sure: ({ name }) => ({
      title: `解绑${name}的读者证？`,
      content: '读者证和借阅都会保留，再次使用时用证号和密码绑定即可。没有设过密码的，请先设置。',
      yes: '解绑',
      no: '不解绑',
    }),
    run: ({ readerId }) => act('account.unlink', { readerId }),
    done: () => '已解绑',
  },
  accept: {
    words: '同意',
    sure: ({ name }) => ({
      title: `做${name}的监护人？`,
      content:
        '请先和孩子的读者证核对证号尾号。同意后，您可以替孩子出示读者证、续借和取书，孩子的欠费会影响您借书。同意即表示您已阅读并同意《儿童个人信息保护说明》。',
      yes: '同意做监护人',
      no: '先不',
    }),
    run: ({ requestId = '' }) =>
      act('account.answerGuardian', { requestId, accept: true, agreedForChild: CHILD_VERSION }),
    done: () => '已同意',
  },
  decline: {
    words: '拒绝',
    sure: ({ name }) => ({
      title: `拒绝${name}？`,
      content: '不会告诉对方。对方的读者证与您没有任何关系。',
      yes: '拒绝',
      no: '先不',
    }),
    run: ({ requestId = '' }) => act('account.answerGuardian', { requestId, accept: false }),
    done: () => '已拒绝',
  },
  release: {
    words: '解除监护关系',
    sure: ({ name }) => ({
      title: `不再做${name}的监护人？`,
      content: '解除后不能再替孩子续借和取书。未满 14 周岁的，要有新的监护人确认后才能借书。',
      yes: '解除',
      no: '不解除',
    }),
    run: ({ readerId }) => act('account.endGuardianship', { readerId }),
    done: () => '已解除',
  },
  askGuardian: {
    words: '重填监护人证号',
    sheet: () => ({
      note: '监护人会在自己的微信里收到请求，同意后您的读者证就能使用。',
      fields: [
        {
          name: 'guardianCard',
          label: '监护人的读者证号',
          kind: 'text',
          value: '',
          required: true,
          placeholder: '爸爸妈妈的证号',
        },
      ],
      confirm: '请监护人确认',
    }),
    run: (_nobody, { guardianCard = '' }) =>
      act('account.askGuardian', { guardianCard: guardianCard.replace(/\s/g, '') }),
    done: () => '请求已发出',
  },
  add: {
    words: '绑定另一张读者证',
    sheet: () => ({
      note: '绑定后可以随时切换使用，也能替对方看借阅、出示读者证。',
      fields: [
        {
          name: 'cardNumber',
          label: '读者证号',
          kind: 'text',
          value: '',
          required: true,
          placeholder: '印在读者证上',
        },
        {
          name: 'password',
          label: '密码',
          kind: 'password',
          value: '',
          required: true,
          placeholder: '6 位数字',
          hint: '没有设过密码的，请在原来的微信里设置，或到服务台办理',
        },
      ],
      confirm: '绑定',
    }),
    run: (_nobody, { cardNumber = '', password = '' }) =>
      act('account.linkAnother', { cardNumber: cardNumber.replace(/\s/g, ''), password: password.trim() }),
    done: () => '已绑定',
  },
});
