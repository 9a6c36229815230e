import * as v from 'valibot';
import type { Taste } from '../../../typings/contract/recommendations';
import type { InterestWord, ReaderDocument, TasteDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { reading, writing } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { aText, anId, nothing } from '../../kernel/validate';
import { forReaderWithin, readerAsking } from '../../reads/asking';
import { interestsOf } from '../../recommending/interests';
import { interestWords } from './interest-titles';

/** What was refused is remembered up to so many, the oldest is forgotten. */
const MOST_REFUSED = 200;

const tasteOf = (
  readerId: string,
  known: TasteDocument | null,
  { today }: Pick<Context, 'today'>,
): TasteDocument =>
  known ?? {
    _id: readerId,
    readerId,
    on: true,
    notTitles: [],
    notAuthors: [],
    notReasons: [],
    changedOn: today,
  };

/** A key of a reason, as `recommending/choose.ts` makes them. */
const aReasonKey = v.pipe(v.string(), v.regex(/^[tip]:[\w.:@-]{1,128}$/, '理由编号格式不对'));

export const refuseOne = writing('recommendations.refuse', {
  caller: 'reader',
  schema: v.union([
    v.strictObject({ titleId: anId }),
    v.strictObject({ author: aText(100) }),
    v.strictObject({ reasonKey: aReasonKey }),
  ]),
  run: forReaderWithin(async (context, what, transaction, reader) => {
    const taste = tasteOf(reader._id, await transaction.get('tastes', reader._id), context);
    await transaction.put('tastes', { ...refusing(taste, what), changedOn: context.today });
    return { value: { refused: true }, log: { outcome: '对推荐不感兴趣', readerId: reader._id } };
  }),
});

type Refusing = { titleId: string } | { author: string } | { reasonKey: string };

const refusing = (taste: TasteDocument, what: Refusing): TasteDocument => {
  const more = (list: string[], one: string) =>
    [...list.filter((each) => each !== one), one].slice(-MOST_REFUSED);
  if ('titleId' in what) return { ...taste, notTitles: more(taste.notTitles, what.titleId) };
  if ('author' in what) return { ...taste, notAuthors: more(taste.notAuthors, what.author) };
  return { ...taste, notReasons: more(taste.notReasons, what.reasonKey) };
};

export const taste = reading('recommendations.taste', {
  caller: 'visitor',
  schema: nothing,
  run: async (context) => {
    const { db } = context;
    const [reader, setting] = await Promise.all([readerAsking(context), interestWords(db)]);
    const known = reader && (await db.get('tastes', reader._id));
    return done(tasteView(interestsOf(setting), reader, known));
  },
});

export const setTaste = writing('recommendations.setTaste', {
  caller: 'reader',
  schema: v.strictObject({
    on: v.optional(v.boolean()),
    interests: v.optional(v.pipe(v.array(anId), v.maxLength(100, '选得太多'))),
    forget: v.optional(v.literal(true)),
  }),
  prepare: async ({ db }) => ({ words: interestsOf(await interestWords(db)) }),
  run: (context, { on, interests, forget }, transaction, { words }) =>
    forReaderWithin<undefined, { value: Taste; log: { outcome: string; readerId: string } }>(
      async (_context, _none, _transaction, reader) => {
        const before = tasteOf(reader._id, await transaction.get('tastes', reader._id), context);
        const after = {
          ...before,
          ...(forget && { notTitles: [], notAuthors: [], notReasons: [] }),
          on: on ?? before.on,
          changedOn: context.today,
        };
        await transaction.put('tastes', after);
        const changed = interests ? { ...reader, interests: [...new Set(interests)] } : reader;
        if (interests) await transaction.put('readers', changed);
        return {
          value: tasteView(words, changed, after),
          log: { outcome: '更改推荐设置', readerId: reader._id },
        };
      },
    )(context, undefined, transaction),
});

const tasteView = (
  words: readonly InterestWord[],
  reader: Pick<ReaderDocument, 'interests'> | null,
  known: TasteDocument | null,
): Taste => ({
  card: reader !== null,
  on: known?.on ?? true,
  interests: words
    .filter(({ shown }) => shown)
    .map(({ id, name }) => ({ interestId: id, name, on: reader?.interests.includes(id) ?? false })),
  refused: {
    titles: known?.notTitles.length ?? 0,
    authors: known?.notAuthors ?? [],
    reasons: known?.notReasons.length ?? 0,
  },
});
