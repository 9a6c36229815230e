import type { BookCondition, OfferedBook } from '../../../typings/contract';
import { textIn } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import type { Outcome } from '../../lib/call';
import { CONDITIONS } from './donation-view';

const isCondition = (id: string): id is BookCondition => CONDITIONS.some((each) => each.id === id);

const numberIn = (typed: string): number => (/^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : 1);

/** A book of the offer: what was scanned stands there already. */
export const bookActs = actsOn<{ book: OfferedBook; note: string }>()({
  book: {
    words: '加一种书',
    sheet: ({ book, note }) => ({
      note,
      fields: [
        { name: 'title', label: '书名', kind: 'text', value: book.title, required: true, longest: 100 },
        { name: 'author', label: '作者', kind: 'text', value: book.author },
        { name: 'count', label: '几册', kind: 'number', value: String(book.count), required: true },
        {
          ...{ name: 'condition', label: '品相', kind: 'choice', value: book.condition, required: true },
          choices: CONDITIONS,
        },
      ],
      confirm: '加上',
    }),
    run: ({ book }, answers): Promise<Outcome<OfferedBook>> => {
      const condition = textIn(answers, 'condition');
      return Promise.resolve({
        kind: 'value',
        value: {
          isbn: book.isbn,
          title: textIn(answers, 'title'),
          author: textIn(answers, 'author'),
          count: numberIn(textIn(answers, 'count')),
          condition: isCondition(condition) ? condition : 'good',
        },
      });
    },
  },
});
