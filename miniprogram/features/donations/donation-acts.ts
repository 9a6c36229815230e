import type { Donation, GiverNaming } from '../../../typings/contract';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import { namingFields, namingIn, type Named } from '../../lib/naming';
import { NAMINGS, namingsAmong } from './donation-view';

/** What a reader does with what they offered. */
export const donationActs = actsOn<Named<GiverNaming> & Pick<Donation, 'donationId' | 'namings'>>()({
  setNaming: {
    words: '致谢署名',
    sheet: (facts) => ({
      fields: namingFields('致谢名单里', namingsAmong(facts.namings), facts),
      confirm: '保存',
    }),
    run: ({ donationId }, answers) =>
      act('donations.setNaming', { donationId, ...namingIn(NAMINGS, answers) }),
    done: () => '已保存',
  },
  withdraw: {
    words: '撤回',
    sure: () => ({ title: '撤回这份捐赠？', content: '以后还可以再捐。', yes: '撤回', no: '不撤回' }),
    run: ({ donationId }) => act('donations.withdraw', { donationId }),
    done: () => '已撤回',
  },
});
