import type { DeskWish } from '../../../typings/contract';
import { textIn, type AskField, type Answers } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

const words = (label: string, placeholder: string, required = false): AskField => ({
  ...{ name: 'words', label, kind: 'lines', value: '', longest: 200 },
  placeholder,
  required,
});

const decide = (wish: DeskWish, what: 'consider' | 'order' | 'decline', answers: Answers) =>
  act('wishDesk.decide', { wishId: wish.wishId, act: what, words: textIn(answers, 'words') });

/** The ISBN of what the library has, where one of its titles is the book. */
const codeOf = ({ isbn, held }: DeskWish): string =>
  held.find(({ same }) => same)?.isbn ?? held[0]?.isbn ?? isbn;

/** What staff decide about a book that readers asked for. */
export const handleActs = actsOn<DeskWish>()({
  consider: {
    words: '考虑',
    run: (wish) => decide(wish, 'consider', {}),
    done: () => '已标为考虑中',
  },
  order: {
    words: '已订购',
    sheet: ({ asked }) => ({
      heading: '登记已订购',
      note: asked > 0 ? `会通知 ${asked} 位读者。` : '',
      fields: [words('给读者的话', '例如 预计 12 月到馆')],
      confirm: '登记',
    }),
    run: (wish, answers) => decide(wish, 'order', answers),
    done: () => '已登记',
  },
  arrive: {
    words: '已到馆',
    sheet: (wish) => ({
      heading: '登记已到馆',
      note: `扫或输入这种书的 ISBN，或一册的条码。会通知 ${wish.asked} 位读者来借或预约。`,
      fields: [{ name: 'code', label: 'ISBN 或条码', kind: 'text', value: codeOf(wish), required: true }],
      confirm: '登记',
    }),
    run: ({ wishId }, answers) => act('wishDesk.arrive', { wishId, code: textIn(answers, 'code') }),
    done: () => '已登记',
  },
  decline: {
    words: '不采纳',
    sheet: ({ asked }) => ({
      heading: '不采纳这条荐购',
      note: `理由会原样告诉 ${asked} 位读者。`,
      fields: [words('理由', '例如 本馆不入藏教材，可到大学图书馆借阅', true)],
      confirm: '不采纳',
    }),
    run: (wish, answers) => decide(wish, 'decline', answers),
    done: () => '已答复',
  },
});

/** What staff do beside single books: an order of the library's own, and how many a reader may ask for. */
export const listActs = actsOn<{ perMonth: number }>()({
  addOrder: {
    words: '登记订购',
    sheet: () => ({
      note: '馆里自己订的书登记在这里，读者荐购时就知道已经订了。',
      fields: [
        { name: 'title', label: '书名', kind: 'text', value: '', required: true },
        { name: 'author', label: '作者', kind: 'text', value: '', longest: 60, hint: '没有 ISBN 时要填' },
        { name: 'isbn', label: 'ISBN', kind: 'text', value: '', longest: 20 },
      ],
      confirm: '登记',
    }),
    done: () => '已登记',
    run: (_facts, answers) => {
      const [title, author, isbn] = [
        textIn(answers, 'title'),
        textIn(answers, 'author'),
        textIn(answers, 'isbn'),
      ];
      return act('wishDesk.addOrder', { title, author, isbn });
    },
  },
  limit: {
    words: '每月限量',
    sheet: ({ perMonth }) => ({
      note: '每位读者每月可荐购几种；不填表示暂不接受荐购。主管可改。',
      fields: [
        { name: 'perMonth', label: '每月几种', kind: 'number', value: perMonth > 0 ? String(perMonth) : '' },
      ],
      confirm: '保存',
    }),
    run: (_facts, answers) =>
      act('wishDesk.setLimit', { perMonth: Number(textIn(answers, 'perMonth') || '0') }),
    done: () => '已保存',
  },
});
