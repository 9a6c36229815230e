import { textIn, type AskField } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

const place: AskField = {
  ...{ name: 'place', label: '放在哪里', kind: 'text', value: '', longest: 40 },
  placeholder: '如 总馆 一楼漂流架',
};

export const makeActs = actsOn<object>()({
  make: {
    words: '登记漂流书',
    sheet: () => ({
      note: '馆藏图书填条码，会从外借里剔除；其他的书填书名。写了地方就直接放漂。',
      fields: [
        { name: 'barcode', label: '馆藏条码', kind: 'text', value: '', longest: 64 },
        { name: 'title', label: '书名', kind: 'text', value: '' },
        { name: 'author', label: '作者', kind: 'text', value: '' },
        { name: 'about', label: '给读者的话', kind: 'lines', value: '', longest: 300 },
        place,
      ],
      confirm: '登记',
    }),
    wrong: (answers) =>
      textIn(answers, 'barcode') || textIn(answers, 'title')
        ? undefined
        : { code: 'title', text: '请填条码或书名。' },
    run: (_facts, answers) =>
      act('driftDesk.make', {
        barcode: textIn(answers, 'barcode'),
        title: textIn(answers, 'title'),
        author: textIn(answers, 'author'),
        about: textIn(answers, 'about'),
        place: textIn(answers, 'place'),
      }),
  },
});

/** What staff do with a wandering book, by the names of its acts. */
export const handleActs = actsOn<{ driftId: string }>()({
  release: {
    words: '放漂',
    sheet: () => ({ fields: [{ ...place, required: true }], confirm: '放漂' }),
    run: ({ driftId }, answers) => act('driftDesk.release', { driftId, place: textIn(answers, 'place') }),
    done: () => '已放漂',
  },
  come_home: {
    words: '回馆登记',
    run: ({ driftId }) => act('driftDesk.comeHome', { driftId }),
    done: () => '已回馆',
  },
  lose: {
    words: '登记丢失',
    sure: () => ({ title: '登记丢失？', content: '以后有人扫码，它会接着漂流。', yes: '登记', no: '先不' }),
    run: ({ driftId }) => act('driftDesk.lose', { driftId }),
    done: () => '已登记',
  },
  end: {
    words: '结束漂流',
    sure: () => ({
      title: '结束这本书的漂流？',
      content: '漂流记录还能看。馆藏图书可以在册页里放回书架。',
      yes: '结束',
      no: '先不',
    }),
    run: ({ driftId }) => act('driftDesk.end', { driftId }),
    done: () => '已结束',
  },
});

interface NoteFacts {
  driftId: string;
  number: number;
  at: string;
}
const deciding = (words: string, allow: boolean) => ({
  words,
  run: ({ driftId, number, at }: NoteFacts) => act('driftDesk.lookAtNote', { driftId, number, at, allow }),
  done: () => (allow ? '已通过' : '没有通过'),
});
export const noteActs = actsOn<NoteFacts>()({
  allow: deciding('通过', true),
  forbid: deciding('不通过', false),
});
