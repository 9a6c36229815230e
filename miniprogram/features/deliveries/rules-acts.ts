import type { DeliveryDeskApi } from '../../../typings/contract';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

export type DeliverySwitches = ReturnType<DeliveryDeskApi['deliveryDesk.setRules']>;

const days = (name: string, label: string, value: number) => ({
  ...{ name, label, kind: 'number' as const },
  ...{ value: String(value), required: true },
});

/** The library's own switch for this service. */
export const rulesActs = actsOn<DeliverySwitches>()({
  setRules: {
    words: '服务设置',
    sheet: (rules) => ({
      note: '关闭后读者不能再申请，办理中的照常办完。',
      fields: [
        { name: 'open', label: '开通文献传递', kind: 'switch', value: rules.open ? 'yes' : '' },
        days('linkDays', '链接有效几天', rules.linkDays),
        days('linkOpens', '可以打开几次', rules.linkOpens),
        days('agreeDays', '等读者确认费用几天', rules.agreeDays),
      ],
      confirm: '保存',
    }),
    run: (_rules, { open, linkDays, linkOpens, agreeDays }) =>
      act('deliveryDesk.setRules', {
        open: open === 'yes',
        linkDays: Number(linkDays),
        linkOpens: Number(linkOpens),
        agreeDays: Number(agreeDays),
      }),
    done: ({ open }: DeliverySwitches) => (open ? '已开通' : '已关闭'),
  },
});
