import type { ChallengePage } from '../../../typings/contract';
import { textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { actsOn, type Act } from '../../lib/acts';
import { act } from '../../lib/call';
import { longDate } from '../../lib/dates';

export interface ChallengeFacts {
  eventId: string;
  /** The day that it is about. */
  on: string;
  books: ChallengePage['books'];
  mayShare: boolean;
  makeUpsLeft: number;
}

const NO_BOOK = '-';

const wordsFields = ({ books, mayShare }: ChallengeFacts): AskField[] => [
  { name: 'text', label: '一句话', kind: 'lines', value: '', longest: 140 },
  ...(books.length > 0
    ? [
        {
          ...{ name: 'book', label: '读的哪一本', kind: 'choice', value: NO_BOOK },
          choices: [
            { id: NO_BOOK, name: '不写' },
            ...books.map(({ titleId, title }) => ({ id: titleId, name: title })),
          ],
        } satisfies AskField,
      ]
    : []),
  ...(mayShare
    ? [
        {
          ...{ name: 'share', label: '给大家看', kind: 'switch', value: '' },
          hint: '审核后显示，只署“林＊＊”这样的称呼；不打开只有自己看得到',
        } satisfies AskField,
      ]
    : []),
];

const sent = ({ eventId, on }: ChallengeFacts, answers: Answers, makeUp: boolean) => ({
  ...{ eventId, on, makeUp, text: textIn(answers, 'text'), share: answers['share'] === 'yes' },
  titleId: (answers['book'] ?? NO_BOOK) === NO_BOOK ? '' : (answers['book'] ?? ''),
});

const checkingIn = (words: string, confirm: string, done: string): Act<ChallengeFacts, ChallengePage> => ({
  words,
  sheet: (facts) => ({ fields: wordsFields(facts), confirm, note: '都可以不填。' }),
  run: (facts, answers) => act('challenges.checkIn', sent(facts, answers, false)),
  done: () => done,
});

/** What a reader does in a challenge. */
export const challengeActs = actsOn<ChallengeFacts>()({
  checkIn: checkingIn('今天打卡', '打卡', '打卡成功'),
  say: checkingIn('写一句今天读的', '保存', '已保存'),
  makeUp: {
    words: '补卡',
    sheet: (facts) => ({
      heading: `补 ${longDate(facts.on)} 的卡`,
      note: `还能补 ${facts.makeUpsLeft} 次。`,
      fields: wordsFields(facts),
      confirm: '补卡',
    }),
    run: (facts, answers) => act('challenges.checkIn', sent(facts, answers, true)),
    done: () => '补上了',
  },
  drop: {
    words: '删除',
    sure: () => ({ title: '删除这句话？', content: '打卡的日子还在。', yes: '删除', no: '留着' }),
    run: ({ eventId, on }) => act('challenges.dropNote', { eventId, on }),
    done: () => '已删除',
  },
  makeTeam: {
    words: '组一个队',
    sheet: () => ({
      fields: [{ name: 'name', label: '队名', kind: 'text', value: '', required: true, longest: 12 }],
      note: '组好后把口令告诉朋友，他们凭口令加入。',
      confirm: '组队',
    }),
    run: ({ eventId }, answers) => act('challenges.makeTeam', { eventId, name: textIn(answers, 'name') }),
  },
  joinTeam: {
    words: '用口令加入',
    sheet: () => ({
      fields: [{ name: 'code', label: '口令', kind: 'text', value: '', required: true, longest: 12 }],
      confirm: '加入',
    }),
    run: ({ eventId }, answers) => act('challenges.joinTeam', { eventId, code: textIn(answers, 'code') }),
    done: () => '已加入',
  },
  leaveTeam: {
    words: '退出',
    sure: () => ({ title: '退出小队？', content: '您打卡的日子还是您的。', yes: '退出', no: '不退' }),
    run: ({ eventId }) => act('challenges.leaveTeam', { eventId }),
    done: () => '已退出',
  },
});
