import { indexAnswers, type AnswerIndex } from '../../answers/index';
import type { AnswerDocument } from '../../documents';
import type { Context } from '../../kernel/context';

/** What readers see of an answer, with what it is found by. */
export interface KeptAnswer extends NonNullable<AnswerDocument['published']> {
  _id: string;
  asked: number;
  changedAt: string;
}

interface KeptAnswers {
  /** Most asked first. */
  answers: readonly KeptAnswer[];
  byId: ReadonlyMap<string, KeptAnswer>;
  index: AnswerIndex;
}

export const MOST_ANSWERS = 2000;
/** The platform's limit of one answer. */
const PAGE = 1000;
/** A change is not looked for more often: what was taken back is gone for readers after so long. */
const CHECK_EVERY_MS = 5000;

/**
 * All that is published, in the memory of a warm function. A cold call costs one read for the change that
 * stands and one for a thousand answers; a warm one none, or every five seconds the one for the change.
 */
const keepAnswers = () => {
  let kept: { change: string; checkedAt: number; all: KeptAnswers } | undefined;
  return async (context: Pick<Context, 'db' | 'now'>): Promise<KeptAnswers> => {
    const now = Date.parse(context.now);
    const age = kept ? now - kept.checkedAt : Infinity;
    if (kept && age >= 0 && age < CHECK_EVERY_MS) return kept.all;
    const change = await changeOf(context);
    if (kept?.change === change && age >= 0) kept.checkedAt = now;
    else kept = { change, checkedAt: now, all: await readAll(context) };
    return kept.all;
  };
};

/** Of this instance of the function. */
export const keptAnswers = keepAnswers();

const changeOf = async ({ db }: Pick<Context, 'db'>): Promise<string> => {
  const setting = await db.get('settings', 'answers');
  return setting?._id === 'answers' ? `${setting.at} ${setting.by}` : '';
};

async function readAll({ db }: Pick<Context, 'db'>): Promise<KeptAnswers> {
  const documents: AnswerDocument[] = [];
  for (let skip = 0; skip < MOST_ANSWERS; skip += PAGE) {
    const page = await db.find('answers', {
      where: { shown: true },
      orderBy: [['changedAt', 'desc']],
      skip,
      limit: PAGE,
    });
    documents.push(...page);
    if (page.length < PAGE) break;
  }
  const answers = documents
    .flatMap(({ _id, asked, changedAt, published }) =>
      published ? [{ _id, asked, changedAt, ...published }] : [],
    )
    .sort((a, b) => b.asked - a.asked);
  return {
    answers,
    byId: new Map(answers.map((answer) => [answer._id, answer])),
    index: indexAnswers(
      answers.map(({ _id, question, forms, text }) => ({ id: _id, question, forms, text })),
    ),
  };
}
