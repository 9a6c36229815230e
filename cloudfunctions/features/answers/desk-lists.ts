import * as v from 'valibot';
import { squeeze } from '../../search/fold';
import { between, type Query } from '../../kernel/database';
import { addDays } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { anId, nothing } from '../../kernel/validate';
import { draftOfTalk } from '../../answers/draft-of-talk';
import { deskView } from './answer-view';
import { knownIn } from './personal';
import { NOT_FOUND, ofTalk } from './words';

/** Who answers for it is asked so many days before it ends. */
export const ASKED_BEFORE_DAYS = 14;
const MOST_GAPS = 1000;
const SHOWN_GAPS = 100;

type Which = 'waiting' | 'draft' | 'old' | 'published' | 'withdrawn';

const queryOf = (which: Which, today: string): Pick<Query, 'where' | 'orderBy'> => {
  if (which === 'waiting' || which === 'draft')
    return { where: { draftState: which }, orderBy: [['changedAt', 'desc']] };
  if (which === 'old')
    return {
      where: { shown: true, validUntil: between({ from: '', upTo: addDays(today, ASKED_BEFORE_DAYS) }) },
      orderBy: [['validUntil', 'asc']],
    };
  if (which === 'published') return { where: { shown: true }, orderBy: [['changedAt', 'desc']] };
  return { where: { shown: false, draftState: 'none' }, orderBy: [['changedAt', 'desc']] };
};

export const list = reading('answerDesk.list', {
  role: 'reference',
  schema: v.strictObject({
    which: v.picklist(['waiting', 'draft', 'old', 'published', 'withdrawn'], '没有这个列表'),
    after: aPageStart,
  }),
  run: async (context, { which, after }) => {
    const page = await pageFrom(context.db, 'answers', queryOf(which, context.today), after);
    return done({ ...page, list: page.list.map((answer) => deskView(answer, context)) });
  },
});

/** Askings that differ in signs alone are one. */
export const gaps = reading('answerDesk.gaps', {
  role: 'reference',
  schema: nothing,
  run: async ({ db }) => {
    const marks = await db.find('answerMarks', {
      where: { answerId: '' },
      orderBy: [['at', 'desc']],
      limit: MOST_GAPS,
      fields: ['text'],
    });
    const byText = new Map<string, { text: string; times: number }>();
    for (const { text } of marks) {
      const key = squeeze(text);
      byText.set(key, { text: byText.get(key)?.text ?? text, times: (byText.get(key)?.times ?? 0) + 1 });
    }
    return done({ list: [...byText.values()].sort((a, b) => b.times - a.times).slice(0, SHOWN_GAPS) });
  },
});

export const get = reading('answerDesk.get', {
  role: 'reference',
  schema: v.strictObject({ answerId: anId }),
  run: async (context, { answerId }) => {
    const answer = await context.db.get('answers', answerId);
    return answer ? done(deskView(answer, context)) : refuse(NOT_FOUND);
  },
});

export const fromTalk = reading('answerDesk.fromTalk', {
  role: 'reference',
  schema: ofTalk,
  run: ({ library }, { lines, names }) => Promise.resolve(done(draftOfTalk(lines, knownIn(library, names)))),
});
