import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

/** Closing an account, after what it means has been read. `number`: as it is printed on the card. */
export const closeActs = actsOn<{ number: string }>()({
  close: {
    words: '确认注销',
    sheet: ({ number }) => ({
      note: `请输入这张证的号码 ${number}，确认是您本人要注销。`,
      fields: [
        {
          name: 'cardNumber',
          label: '读者证号',
          kind: 'text',
          value: '',
          required: true,
          placeholder: '不用输空格',
        },
      ],
      confirm: '注销，不能恢复',
    }),
    run: (_card, { cardNumber = '' }) => act('account.close', { cardNumber: cardNumber.replace(/\s/g, '') }),
    done: () => '已注销',
  },
});
