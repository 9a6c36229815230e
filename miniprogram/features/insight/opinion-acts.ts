import type { MyCase } from '../../../typings/contract';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

/** What a reader does with an opinion; `null` where there is none yet. */
export const opinionActs = actsOn<MyCase | null>()({
  write: {
    words: '提交意见',
    sheet: () => ({
      heading: '意见反馈',
      note: '馆员五天内回复。电话、姓名等个人信息会自动去掉。',
      fields: [
        {
          name: 'words',
          label: '您的意见',
          kind: 'lines',
          value: '',
          required: true,
          placeholder: '哪里不方便？希望我们怎么做？',
        },
      ],
    }),
    run: (_known, { words = '' }) => act('satisfaction.complain', { words }),
    done: () => '已收到',
  },
  helped: {
    words: '解决了',
    run: (known) => act('satisfaction.helped', { caseId: known?.caseId ?? '', helped: true }),
    done: () => '谢谢您',
  },
  notHelped: {
    words: '没有解决',
    run: (known) => act('satisfaction.helped', { caseId: known?.caseId ?? '', helped: false }),
    done: () => '馆员会再处理',
  },
});
