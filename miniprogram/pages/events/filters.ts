import type { EventKind, EventServices } from '../../../typings/contract';
import { textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { kindNames } from '../../components/event-row/event-view';
import { actsOn } from '../../lib/acts';
import { ask, type Input } from '../../lib/call';

/** What of the programme is wanted; '' where it does not matter. */
export interface Wanted {
  kind: EventKind | '';
  branchId: string;
  branchName: string;
  age: string;
  free: boolean;
}

export const EVERYTHING: Wanted = { kind: '', branchId: '', branchName: '', age: '', free: false };

/** Who is to come, by a year of life that stands for the others. */
const AGES = [
  { id: '2', name: '3 岁以下' },
  { id: '5', name: '3–6 岁' },
  { id: '9', name: '7–12 岁' },
  { id: '15', name: '13–17 岁' },
  { id: '35', name: '成人' },
  { id: '66', name: '60 岁以上' },
];
const ANY = { id: '', name: '不限' };

export const askedFor = ({ kind, branchId, age, free }: Wanted): Omit<Input<'events.list'>, 'after'> => ({
  ...(kind !== '' && { kind }),
  ...(branchId !== '' && { branchId }),
  ...(age !== '' && { age: Number(age) }),
  ...(free && { free }),
});

export interface Chosen {
  name: 'kind' | 'branchId' | 'age';
  text: string;
}

/** What is chosen, each to be taken away by a tap. */
export const chosenOf = ({ kind, branchId, branchName, age }: Wanted): Chosen[] => [
  ...(branchId === '' ? [] : [{ name: 'branchId' as const, text: branchName }]),
  ...(kind === '' ? [] : [{ name: 'kind' as const, text: kindNames[kind] }]),
  ...(age === '' ? [] : [{ name: 'age' as const, text: AGES.find(({ id }) => id === age)?.name ?? '' }]),
];

interface Facts {
  wanted: Wanted;
  services: EventServices;
}

const branches = async (): Promise<{ id: string; name: string }[]> => {
  const outcome = await ask('catalogue.branches', {});
  return outcome.kind === 'value'
    ? outcome.value.list.map(({ branchId, name }) => ({ id: branchId, name }))
    : [];
};

const choice = (
  name: Chosen['name'],
  label: string,
  value: string,
  choices: { id: string; name: string }[],
): AskField => ({ name, label, kind: 'choice', value, choices: [ANY, ...choices] });

const isKind = (kind: string): kind is EventKind => kind in kindNames;

/** Nothing is sent: the list is asked for anew with what was chosen. */
const chosenIn = async (answers: Answers): Promise<Omit<Wanted, 'free'>> => {
  const [kind, branchId] = [textIn(answers, 'kind'), textIn(answers, 'branchId')];
  const branch = branchId === '' ? undefined : (await branches()).find(({ id }) => id === branchId);
  return {
    kind: isKind(kind) ? kind : '',
    branchId: branch?.id ?? '',
    branchName: branch?.name ?? '',
    age: textIn(answers, 'age'),
  };
};

export const filterActs = actsOn<Facts>()({
  filter: {
    words: '筛选',
    sheet: async ({ wanted, services }) => ({
      fields: [
        choice('branchId', '分馆', wanted.branchId, await branches()),
        choice(
          'kind',
          '类别',
          wanted.kind,
          services.kinds.map((kind) => ({ id: kind, name: kindNames[kind] })),
        ),
        choice('age', '谁来参加', wanted.age, AGES),
      ],
      confirm: '看这些活动',
    }),
    run: async (_facts, answers) => ({ kind: 'value' as const, value: await chosenIn(answers) }),
  },
});
