import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import type { MemberRow } from '../../lib/family';

/** Whom it is done to; nobody yet where a card is added. */
export type Member = Pick<MemberRow, 'readerId' | 'name'>;
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
