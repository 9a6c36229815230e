import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bm25, oneAndTwoCharacters, singleCharacters, type Ranking } from './bm25';
import { ours } from './ours';
import type { Way } from './matching-pairs';

/**
 * A library's own answers, and ways of asking for them that were written before the retrieval and by somebody
 * who does not build it. Indexed are each answer's question and further forms (ours: its text too); asked is
 * each way of a part. The retrieval was tuned on the part "tuned".
 */
interface OwnAnswer {
  id: string;
  question: string;
  forms: string[];
  text: string;
}

interface Asked {
  ways: { text: string; answer: string; part: string }[];
}

const LOOKED_AT = 20;

export function librarySet(root: string): { answers: readonly OwnAnswer[]; asked: Asked } | null {
  const [answers, asked] = [
    join(root, 'demo', 'data', 'answers.json'),
    join(root, 'tools', 'bench', 'answers', 'asked.json'),
  ];
  if (!existsSync(answers) || !existsSync(asked)) return null;
  return {
    answers: JSON.parse(readFileSync(answers, 'utf8')) as OwnAnswer[],
    asked: JSON.parse(readFileSync(asked, 'utf8')) as Asked,
  };
}

type LibrarySet = NonNullable<ReturnType<typeof librarySet>>;

/**
 * The same library once readers' own words were taken in as further forms of asking, as drafts of talks bring
 * them: the ways of the other parts. What is asked is in none of them.
 */
export const onceLearned = ({ answers, asked }: LibrarySet, part: string): LibrarySet => ({
  asked,
  answers: answers.map((answer) => ({
    ...answer,
    forms: [
      ...answer.forms,
      ...asked.ways.filter((way) => way.part !== part && way.answer === answer.id).map(({ text }) => text),
    ],
  })),
});

export function placesInLibrary({ answers, asked }: LibrarySet, part: string): Way[] {
  const forms = answers.flatMap(({ question, forms: others }, answer) =>
    [question, ...others].map((text) => ({ answer, text })),
  );
  const byForms = (rank: Ranking): Ranking => {
    return (text, most) =>
      [...new Set(rank(text, forms.length).map((form) => forms[form]!.answer))].slice(0, most);
  };
  const texts = forms.map(({ text }) => text);
  const ways: Record<string, Ranking> = {
    'BM25, 1 character': byForms(bm25(texts, singleCharacters)),
    'BM25, 1+2 characters': byForms(bm25(texts, oneAndTwoCharacters)),
    ours: ours(answers),
  };
  return Object.entries(ways).map(([name, rank]) => {
    const ms: number[] = [];
    const places = asked.ways
      .filter((way) => way.part === part)
      .map(({ text, answer }) => {
        const begun = performance.now();
        const found = rank(text, LOOKED_AT);
        ms.push(performance.now() - begun);
        return found.findIndex((each) => answers[each]!.id === answer);
      });
    return { name, asItIs: places, without: places, ms };
  });
}
