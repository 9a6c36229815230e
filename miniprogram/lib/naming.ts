import { textIn, type Answers, type AskField } from '../components/ask-sheet/fields';

/** How somebody is named where others see it, and under which pen name. */
export interface Named<N extends string> {
  naming: N;
  penName: string;
}

type Choices<N extends string> = readonly { id: N; name: string }[];

/** What a sheet asks; `label` says where the name stands. */
export const namingFields = <N extends string>(
  label: string,
  choices: Choices<N>,
  { naming, penName }: Named<N>,
): AskField[] => [
  { ...{ name: 'naming', label, kind: 'choice', value: naming, required: true }, choices: [...choices] },
  {
    ...{ name: 'penName', label: '笔名', kind: 'text', value: penName, longest: 20 },
    hint: '选“笔名”时填写',
  },
];

export const namingIn = <N extends string>(
  choices: Choices<N | 'nobody'>,
  answers: Answers,
): Named<N | 'nobody'> => ({
  naming: choices.find(({ id }) => id === textIn(answers, 'naming'))?.id ?? 'nobody',
  penName: textIn(answers, 'penName'),
});
