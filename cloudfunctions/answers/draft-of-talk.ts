import type { AnswerDraft, SaidLine } from '../../typings/contract/answers';
import { personalIn, withoutPersonal } from './personal-data';
import type { Known } from './personal/spans';
import { isPolite } from './polite';

const LONGEST_QUESTION = 100;
const MOST_FORMS = 5;
/** 好的 and 谢谢 teach nothing. */
const LEAST_SAID = 4;

/**
 * What a talk teaches: what the reader asked first is the question, what they asked besides are further
 * forms of asking, what the librarian said is the answer. Everything that tells of people is taken out, and
 * is told apart so that somebody sees what it was.
 */
export function draftOfTalk(lines: readonly SaidLine[], known: Known): AnswerDraft {
  const taken = new Map<string, string>();
  const cleaned = lines.map(({ from, text }) => {
    const spans = personalIn(text, known);
    for (const span of spans)
      taken.set(
        text.slice(span.from, span.to),
        withoutPersonal(text.slice(span.from, span.to), [{ ...span, from: 0, to: span.to - span.from }]),
      );
    return { from, text: withoutPersonal(text, spans).trim() };
  });
  const says = cleaned.filter(({ text }) => text.length >= LEAST_SAID && !isPolite(text));
  const asked = says
    .filter(({ from }) => from === 'reader')
    .map(({ text }) => text.slice(0, LONGEST_QUESTION));
  const [question = '', ...others] = [
    ...asked.filter(isQuestion),
    ...asked.filter((text) => !isQuestion(text)),
  ];
  return {
    question,
    forms: [...new Set(others)].filter((text) => text !== question && isQuestion(text)).slice(0, MOST_FORMS),
    text: says
      .filter(({ from }) => from === 'staff')
      .map(({ text }) => text)
      .join('\n'),
    taken: [...taken].map(([part, instead]) => ({ part, instead })),
  };
}

const isQuestion = (text: string): boolean =>
  /[?？]|吗|么|呢|怎|哪|什么|多少|几|谁|能不能|可不可以|是不是|有没有|如何|为何|咋|啥/.test(text);
