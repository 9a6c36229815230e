import type { BookFate, DonatedBook } from '../../../typings/contract';
import { textIn, type AskField } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import { FATES } from './donation-view';

interface HandleFacts {
  donationId: string;
  books: DonatedBook[];
  book: number;
}

const words = (label: string, placeholder: string): AskField => ({
  ...{ name: 'words', label, kind: 'lines', value: '', required: true, longest: 300 },
  placeholder,
});
const isFate = (id: string): id is BookFate => FATES.some((fate) => fate.id === id);

/** What staff do with a donation. */
export const handleActs = actsOn<HandleFacts>()({
  answer: {
    words: '答复读者',
    sheet: ({ books }) => ({
      fields: [
        ...books.map(({ title, wanted }, n) => ({
          ...{ name: `book${n}`, label: `想要《${title}》`, kind: 'switch' as const },
          value: wanted === false ? '' : 'yes',
        })),
        words('给读者的话', '想要的为什么想要；不需要的，建议送到哪里'),
      ],
      confirm: '答复',
    }),
    run: ({ donationId, books }, answers) =>
      act('donationDesk.answer', {
        donationId,
        wanted: books.map((_book, n) => answers[`book${n}`] === 'yes'),
        words: textIn(answers, 'words'),
      }),
    done: () => '已答复',
  },
  receive: {
    words: '书收到了',
    sheet: ({ books }) => ({
      note: '填实际收到几册，没有送来的留空。读者会拿到捐赠证书。',
      fields: [
        ...books.map(({ title, count, wanted }, n) => ({
          ...{ name: `book${n}`, label: `《${title}》几册`, kind: 'number' as const },
          value: wanted === true ? String(count) : '',
        })),
        words('感谢的话', '写一两句，会印在致谢里'),
      ],
      confirm: '登记收到',
    }),
    run: ({ donationId, books }, answers) =>
      act('donationDesk.receive', {
        donationId,
        counts: books.map((_book, n) => Number(textIn(answers, `book${n}`) || '0')),
        words: textIn(answers, 'words'),
      }),
    done: () => '已登记',
  },
  fate: {
    words: '去向',
    sheet: ({ books, book }) => ({
      heading: `《${books[book]?.title ?? ''}》的去向`,
      fields: [
        {
          ...{ name: 'fate', label: '去向', kind: 'choice', value: books[book]?.fate ?? '', required: true },
          choices: FATES,
        },
      ],
      confirm: '登记',
    }),
    run: ({ donationId, book }, answers) => {
      const fate = textIn(answers, 'fate');
      return act('donationDesk.setFate', { donationId, book, fate: isFate(fate) ? fate : '' });
    },
    done: () => '已登记',
  },
});
