import type { DeliverySource, UnfilledReason } from '../../../typings/contract';
import { fenIn, textIn } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import { REASONS } from './delivery-view';
import { OUTCOME_CHOICES } from './desk-view';

interface Facts {
  deliveryId: string;
  /** What the library has of its own, to choose from. */
  itemTypes: { id: string; name: string }[];
  branches: { id: string; name: string }[];
}

const REASON_CHOICES = Object.entries(REASONS).map(([id, name]) => ({ id, name }));
const isReason = (id: string | undefined): id is UnfilledReason => id !== undefined && id in REASONS;
const reasonOf = (id: string | undefined): UnfilledReason => (isReason(id) ? id : 'not_owned');
const outcomeOf = (id: string | undefined): DeliverySource['outcome'] =>
  id === 'has' || id === 'has_not' ? id : 'asked';

const SURE_TO_RENEW = {
  ...{ title: '重新开通链接？', content: '天数和打开次数重新算起，并通知读者。' },
  ...{ yes: '重新开通', no: '先不' },
};

/** What staff do with a request, beside handing a file over. */
export const handleActs = actsOn<Facts>()({
  search: {
    words: '受理',
    run: ({ deliveryId }) => act('deliveryDesk.take', { deliveryId }),
    done: () => '已受理',
  },
  source: {
    words: '记下来源',
    sheet: () => ({
      fields: [
        {
          ...{ name: 'name', label: '向谁索取', kind: 'text', value: '', required: true },
          placeholder: '例如 省图书馆',
        },
        {
          name: 'outcome',
          label: '结果',
          kind: 'choice',
          value: 'asked',
          required: true,
          choices: OUTCOME_CHOICES,
        },
        { name: 'note', label: '备注', kind: 'text', value: '', placeholder: '报价、联系人、几天回复' },
      ],
      confirm: '记下',
    }),
    run: ({ deliveryId }, answers) =>
      act('deliveryDesk.noteSource', {
        deliveryId,
        name: textIn(answers, 'name'),
        outcome: outcomeOf(answers['outcome']),
        note: textIn(answers, 'note'),
      }),
  },
  tell_cost: {
    words: '告知费用',
    sheet: () => ({
      note: '读者确认以后才办理；免费的不用告知。',
      fields: [{ name: 'cost', label: '读者付多少（元）', kind: 'money', value: '', required: true }],
      confirm: '通知读者',
    }),
    run: ({ deliveryId }, answers) =>
      act('deliveryDesk.tellCost', { deliveryId, cost: fenIn(answers, 'cost') }),
    done: () => '已通知读者',
  },
  arrive: {
    words: '图书到馆',
    sheet: ({ itemTypes, branches }) => ({
      note: '贴上临时条码。登记后到“还书”扫一次，系统会放上预约架并通知读者。',
      fields: [
        { name: 'barcode', label: '临时条码', kind: 'text', value: '', required: true },
        {
          ...{
            name: 'branchId',
            label: '取书点',
            kind: 'choice',
            value: branches[0]?.id ?? '',
            required: true,
          },
          choices: branches,
        },
        {
          ...{
            name: 'itemType',
            label: '按哪类文献的规则',
            kind: 'choice',
            value: itemTypes[0]?.id ?? '',
            required: true,
          },
          choices: itemTypes,
        },
        { name: 'backBy', label: '外馆要求几时归还', kind: 'date', value: '', required: true },
      ],
      confirm: '登记',
    }),
    run: ({ deliveryId }, answers) =>
      act('deliveryDesk.arrive', {
        deliveryId,
        barcode: textIn(answers, 'barcode'),
        branchId: textIn(answers, 'branchId'),
        itemType: textIn(answers, 'itemType'),
        backBy: textIn(answers, 'backBy'),
      }),
    done: () => '已登记',
  },
  give_back: {
    words: '还给外馆',
    sure: () => ({
      title: '书已还给外馆？',
      content: '临时条码和书目会一并撤下。',
      yes: '已还给外馆',
      no: '还没有',
    }),
    run: ({ deliveryId }) => act('deliveryDesk.giveBack', { deliveryId }),
    done: () => '已办结',
  },
  renew_link: {
    words: '重新开通链接',
    sure: () => SURE_TO_RENEW,
    run: ({ deliveryId }) => act('deliveryDesk.renewLink', { deliveryId }),
    done: () => '已开通',
  },
  refuse: {
    words: '未能取得',
    sheet: () => ({
      note: '会通知读者原因，请写下接下来可以怎么办。',
      fields: [
        {
          ...{ name: 'reason', label: '原因', kind: 'choice', value: 'not_owned', required: true },
          choices: REASON_CHOICES,
        },
        {
          ...{ name: 'next', label: '读者可以怎么办', kind: 'lines', value: '', required: true },
          placeholder: '例如 国家图书馆可到馆阅览',
        },
      ],
      confirm: '通知读者',
    }),
    run: ({ deliveryId }, answers) =>
      act('deliveryDesk.cannot', {
        deliveryId,
        reason: reasonOf(answers.reason),
        next: textIn(answers, 'next'),
      }),
    done: () => '已通知读者',
  },
});

export const isHandleAct = (id: string): id is keyof typeof handleActs => id in handleActs;
