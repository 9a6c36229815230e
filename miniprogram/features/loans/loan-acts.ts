import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import type { LoanRow } from './loans-view';

/** What a reader does to an own loan beside renewing it. */
export const loanActs = actsOn<LoanRow>()({
  claim: {
    words: '我已经还了',
    sure: ({ title }) => ({
      title: '确实已经还了？',
      content: `《${title.title}》会标为“查找中”，馆员会在书架和还书箱里找。找到之前这册书仍在您名下；馆员找过没找到的，不再占借书名额。`,
      yes: '已经还了',
      no: '书还在我这里',
    }),
    run: ({ loanId }) => act('loans.claimReturned', { loanId }),
    done: () => '已记下，馆员会查找',
  },
});
