import type { Branch, Hold } from '../../../typings/contract';
import { textIn } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act, ask } from '../../lib/call';
import { longDate } from '../../lib/dates';
import { libraryToday } from '../../lib/session';

interface BookFacts {
  titleId: string;
  name: string;
}

const pickUps = async (): Promise<Branch[]> => {
  const outcome = await ask('catalogue.branches', {});
  return outcome.kind === 'value' ? outcome.value.list.filter(({ pickUp }) => pickUp) : [];
};

/** A book that was mentioned is reserved from the recap itself. */
export const bookActs = actsOn<BookFacts>()({
  hold: {
    words: '预约',
    sheet: async ({ name }) => {
      const branches = await pickUps();
      return {
        heading: `预约《${name}》`,
        fields: [
          {
            name: 'branchId',
            label: '取书点',
            kind: 'choice',
            value: branches[0]?.branchId ?? '',
            required: true,
            choices: branches.map(({ branchId, name: branch }) => ({ id: branchId, name: branch })),
          },
        ],
        confirm: '预约',
      };
    },
    run: ({ titleId }, answers) =>
      act('holds.place', { titleId, pickUpBranchId: textIn(answers, 'branchId') }),
    done: ({ status, position, pickUpBy }: Hold) =>
      status === 'ready'
        ? `可以取书了，保留到 ${longDate(pickUpBy ?? libraryToday(), libraryToday())}`
        : `已预约，排第 ${position} 位`,
  },
});
