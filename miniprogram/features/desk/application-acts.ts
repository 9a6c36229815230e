import { textIn } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { commentField } from '../../lib/asking';
import { act } from '../../lib/call';
import type { ApplicationLine } from './lists-view';

/** What the desk decides of an application for a card. */
export const applicationActs = actsOn<Pick<ApplicationLine, 'readerId' | 'name'>>()({
  accept: {
    words: '通过',
    sheet: ({ name }) => ({
      heading: `通过 ${name} 的申请`,
      note: '请核对证件上的姓名和出生日期。通过后读者证立即可用，会通知读者。',
      fields: [commentField('备注', '', false)],
    }),
    run: ({ readerId }, answers) => {
      const comment = textIn(answers, 'comment');
      return act('desk.decideApplication', { readerId, accept: true, ...(comment ? { comment } : {}) });
    },
  },
  decline: {
    words: '不通过',
    sheet: ({ name }) => ({
      heading: `不通过 ${name} 的申请`,
      note: '理由会告诉读者，请写清楚怎样补办。',
      fields: [commentField('理由', '例如：请带证件到服务台核对姓名')],
    }),
    run: ({ readerId }, answers) =>
      act('desk.decideApplication', { readerId, accept: false, comment: textIn(answers, 'comment') }),
  },
});
