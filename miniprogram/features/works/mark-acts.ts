import type { Criterion, OwnMark } from '../../../typings/contract';
import { textIn, type Answers } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

interface MarkFacts {
  callId: string;
  workId: string;
  criteria: Criterion[];
  mark: OwnMark | null;
}

const HALVES = /^\d{1,3}(\.[05])?$/;
const NO_POINTS = { code: 'points', text: '分数写成 8 或 8.5 这样。' };

const pointsIn = (criteria: readonly Criterion[], answers: Answers): Record<string, number> =>
  Object.fromEntries(criteria.map(({ id }) => [id, Number(textIn(answers, id))]));

/** What a judge gives to one work. */
export const markActs = actsOn<MarkFacts>()({
  mark: {
    words: '打分',
    sheet: ({ criteria, mark }) => ({
      note: '可以给半分。公布前只有您看得到，随时可以改。',
      fields: [
        ...criteria.map(({ id, name, most }) => ({
          ...{
            name: id,
            label: `${name}（满分 ${most}）`,
            kind: 'text' as const,
            required: true,
            longest: 5,
          },
          value: mark && !mark.abstain ? String(mark.points[id] ?? '') : '',
        })),
        { name: 'comment', label: '评语', kind: 'lines' as const, value: mark?.comment ?? '' },
      ],
      confirm: '保存',
    }),
    wrong: ({ comment: _comment, ...points }) =>
      Object.values(points).every((typed) => HALVES.test(typed.trim())) ? undefined : NO_POINTS,
    run: ({ callId, workId, criteria }, answers) =>
      act('judging.mark', {
        ...{ callId, workId, points: pointsIn(criteria, answers) },
        ...{ abstain: false, comment: textIn(answers, 'comment') },
      }),
    done: () => '已打分',
  },
  abstain: {
    words: '弃权',
    sure: () => ({
      title: '这件作品您弃权？',
      content: '认出作者、或不便评的，可以弃权，不影响它的得分。',
      yes: '弃权',
      no: '再看看',
    }),
    run: ({ callId, workId }) =>
      act('judging.mark', { callId, workId, points: {}, abstain: true, comment: '' }),
    done: () => '已弃权',
  },
});
