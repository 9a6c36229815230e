import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

/** What is done to a row of the rules beside changing it. */
export const rowActs = actsOn<{ policyId: string; name: string }>()({
  remove: {
    words: '删除这一行',
    sure: ({ name }) => ({
      title: '删除这一行？',
      content: `“${name}”以后由上一级的规则决定，已借出的书到期日不变。`,
      yes: '删除',
      no: '不删除',
    }),
    run: ({ policyId }) => act('rules.removePolicy', { policyId }),
    done: () => '已删除',
  },
});
