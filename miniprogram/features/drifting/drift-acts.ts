import type { DriftNaming } from '../../../typings/contract';
import { textIn } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import { namingFields, namingIn, type Named } from '../../lib/naming';

const NAMINGS: { id: DriftNaming; name: string }[] = [
  { id: 'nobody', name: '不署名' },
  { id: 'masked', name: '只留姓' },
  { id: 'pen_name', name: '笔名' },
];

export const codeActs = actsOn<object>()({
  type: {
    words: '输入漂流码',
    sheet: () => ({
      note: '书的封底内侧贴着 8 位漂流码。',
      fields: [
        {
          name: 'code',
          label: '漂流码',
          kind: 'text',
          value: '',
          required: true,
          placeholder: '如 BCXS2026',
        },
      ],
      confirm: '看看这本书',
    }),
    run: (_facts, answers) => act('drifting.look', { code: textIn(answers, 'code') }),
  },
});

interface BookFacts {
  driftId: string;
  code: string;
  seen: number;
  own: Named<DriftNaming> & { note: string };
}

/** What a reader does with a wandering book. */
export const bookActs = actsOn<BookFacts>()({
  take: {
    words: '接过这本书',
    sheet: ({ own }) => ({
      note: '读完留一句话，再放到别人看得到的地方，或直接交给下一位。不用还到图书馆。',
      fields: namingFields('在漂流记录里', NAMINGS, own),
      confirm: '接过来',
    }),
    run: ({ code, seen }, answers) => act('drifting.take', { code, seen, ...namingIn(NAMINGS, answers) }),
    done: () => '书在您手里了',
  },
  note: {
    words: '写一句留言',
    sheet: ({ own }) => ({
      fields: [
        {
          ...{ name: 'text', label: '留言', kind: 'lines', value: own.note, longest: 300 },
          placeholder: '写给下一位读者',
        },
      ],
      confirm: '保存',
    }),
    run: ({ driftId }, answers) => act('drifting.note', { driftId, text: textIn(answers, 'text') }),
    done: () => '已保存',
  },
  setNaming: {
    words: '署名',
    sheet: ({ own }) => ({ fields: namingFields('在漂流记录里', NAMINGS, own), confirm: '保存' }),
    run: ({ driftId }, answers) => act('drifting.setNaming', { driftId, ...namingIn(NAMINGS, answers) }),
    done: () => '已保存',
  },
  leave: {
    words: '放漂',
    sheet: () => ({
      note: '放在干燥、看得到的地方。直接交给别人的不用填，由他扫码接过去。',
      fields: [
        {
          ...{ name: 'place', label: '放在哪里', kind: 'text', value: '', required: true, longest: 40 },
          placeholder: '如 临河社区分馆 漂流架',
        },
      ],
      confirm: '放漂',
    }),
    run: ({ driftId }, answers) => act('drifting.leave', { driftId, place: textIn(answers, 'place') }),
    done: () => '祝它一路顺风',
  },
  lose: {
    words: '找不到了',
    sure: () => ({
      title: '书找不到了？',
      content: '不用赔。以后谁找到了，扫书上的码就能接着传。',
      yes: '登记丢失',
      no: '再找找',
    }),
    run: ({ driftId }) => act('drifting.lose', { driftId }),
    done: () => '已登记',
  },
});
