import type { TalkSkill } from '../../../typings/contract';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import { SKILLS } from './talk-view';

interface Facts {
  talkId: string;
  skill: TalkSkill;
}

const skillOf = (id: string, otherwise: TalkSkill): TalkSkill =>
  SKILLS.find((skill) => skill.id === id)?.id ?? otherwise;

/** What a librarian does with a question, beside answering it. */
export const answerActs = actsOn<Facts>()({
  take: {
    words: '接待',
    run: ({ talkId }) => act('talkDesk.take', { talkId }),
  },
  handOver: {
    words: '转交',
    sheet: ({ skill }) => ({
      heading: '转交给同事',
      note: '读者回到队伍里，按最初提问的时间排；备注只有同事看到。',
      fields: [
        {
          name: 'skill',
          label: '哪方面的问题',
          kind: 'choice',
          value: skill,
          choices: SKILLS.map(({ id, name }) => ({ id, name })),
        },
        {
          name: 'note',
          label: '备注',
          kind: 'lines',
          value: '',
          required: true,
          placeholder: '已经查了什么，还要做什么',
        },
      ],
      confirm: '转交',
    }),
    run: ({ talkId, skill }, answers) =>
      act('talkDesk.handOver', {
        talkId,
        skill: skillOf(answers['skill'] ?? '', skill),
        note: answers['note'] ?? '',
      }),
    done: () => '已转交',
  },
  sendSearch: {
    words: '发检索式',
    sheet: () => ({
      note: '读者点开就按这几个词再查一次，可以自己改。',
      fields: [
        {
          name: 'text',
          label: '检索词',
          kind: 'text',
          value: '',
          required: true,
          placeholder: '例如 宋代 茶',
        },
      ],
      confirm: '发给读者',
    }),
    run: ({ talkId }, { text = '' }) =>
      act('talkDesk.say', { talkId, text: '', card: { kind: 'search', text: text.trim(), onShelf: false } }),
  },
  note: {
    words: '写备注',
    sheet: () => ({
      note: '只有同事看到，读者看不到。',
      fields: [
        {
          name: 'text',
          label: '备注',
          kind: 'lines',
          value: '',
          required: true,
          placeholder: '给接手的同事',
        },
      ],
      confirm: '记下',
    }),
    run: ({ talkId }, { text = '' }) => act('talkDesk.say', { talkId, text, note: true }),
  },
  finish: {
    words: '解答完毕',
    sure: () => ({
      title: '解答完毕？',
      content: '读者会收到一次满意度的询问，一天内还可以接着问。',
      yes: '解答完毕',
      no: '先不',
    }),
    run: ({ talkId }) => act('talkDesk.finish', { talkId }),
    done: () => '已完成',
  },
});
