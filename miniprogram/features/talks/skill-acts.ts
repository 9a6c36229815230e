import type { TalkSkill } from '../../../typings/contract';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';
import { SKILLS } from './talk-view';

/** Which questions a librarian takes. */
export const skillActs = actsOn<{ here: boolean; skills: readonly TalkSkill[] }>()({
  skills: {
    words: '我接哪些问题',
    sheet: ({ skills }) => ({
      note: '都不选就各类都接；没选的也看得到，只是不轮到您。',
      fields: SKILLS.map(({ id, name }) => ({
        ...{ name: id, label: name, kind: 'switch' as const },
        value: skills.includes(id) ? 'yes' : '',
      })),
      confirm: '保存',
    }),
    run: ({ here }, answers) => {
      const chosen = SKILLS.map(({ id }) => id).filter((id) => answers[id] === 'yes');
      return act('talkDesk.come', { here, skills: chosen });
    },
    done: () => '已保存',
  },
});
