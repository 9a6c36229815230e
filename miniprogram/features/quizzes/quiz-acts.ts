import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

export interface QuizFacts {
  eventId: string;
  minutes: number;
  name: string;
}

export const quizActs = actsOn<QuizFacts>()({
  begin: {
    words: '开始答题',
    sheet: ({ minutes, name }) => ({
      note: `开始后计时 ${minutes} 分钟，每人只有一次。`,
      fields: [
        {
          name: 'named',
          label: `排行榜上显示“${name}”`,
          kind: 'switch',
          value: '',
          hint: '不打开就显示“一位读者”，之后可以改',
        },
      ],
      confirm: '开始',
    }),
    run: ({ eventId }, answers) => act('quizzes.start', { eventId, named: answers['named'] === 'yes' }),
  },
});

export const paperActs = actsOn<{ eventId: string; left: number }>()({
  handIn: {
    words: '交卷',
    sure: ({ left }) => ({
      title: '现在交卷？',
      content: left > 0 ? `还有 ${left} 题没有答。交卷后不能再改。` : '交卷后不能再改。',
      yes: '交卷',
      no: '再看看',
    }),
    run: ({ eventId }) => act('quizzes.handIn', { eventId }),
  },
});
