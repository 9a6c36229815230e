import type { SurveyAbout, SurveyForDesk } from '../../../typings/contract';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

const textOf = ({ questions }: SurveyForDesk, about: SurveyAbout): string =>
  questions
    .filter((each) => each.about === about)
    .map(({ text }) => text)
    .join('\n');

const linesOf = (text: string, about: SurveyAbout) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ about, text: line }));

/** What is done with the questionnaire of the year. */
export const surveyActs = actsOn<SurveyForDesk>()({
  save: {
    words: '保存问卷',
    sheet: (known) => ({
      heading: `${known.year} 年读者问卷`,
      note: '每题问三件事：最低能接受、希望的、实际感受的，1 到 9 分。一行一题；开放后题目不能再改。',
      fields: [
        { name: 'opensOn', label: '开始日', kind: 'date', value: known.opensOn, required: true },
        { name: 'closesOn', label: '截止日', kind: 'date', value: known.closesOn, required: true },
        { name: 'service', label: '服务', kind: 'lines', value: textOf(known, 'service') },
        { name: 'information', label: '书和信息', kind: 'lines', value: textOf(known, 'information') },
        { name: 'place', label: '馆舍', kind: 'lines', value: textOf(known, 'place') },
      ],
    }),
    run: (_known, { opensOn = '', closesOn = '', service = '', information = '', place = '' }) =>
      act('surveyDesk.save', {
        opensOn,
        closesOn,
        questions: [
          ...linesOf(service, 'service'),
          ...linesOf(information, 'information'),
          ...linesOf(place, 'place'),
        ],
      }),
    done: () => '已保存',
  },
});
