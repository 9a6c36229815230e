import * as v from 'valibot';
import type { InterestWordForDesk } from '../../../typings/contract/recommendations';
import type { InterestWord } from '../../documents';
import { between } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { aText, anId, nothing } from '../../kernel/validate';
import { interestsOf } from '../../recommending/interests';
import { interestWords, nextOfNewWord } from './interest-titles';

const MOST_WORDS = 120;
const aClass = v.pipe(v.string(), v.trim(), v.regex(/^[A-KN-VXZ][A-Z]?[\d.]{0,12}$/, '分类号格式不对'));

export const list = reading('interestDesk.list', {
  role: 'content',
  schema: nothing,
  run: async ({ db }) => {
    const [setting, next] = await Promise.all([
      interestWords(db),
      db.find('nextTitles', { where: { _id: between({ from: 'i:', below: 'i;' }) }, limit: 1000 }),
    ]);
    const leadsTo = new Map(next.map(({ _id, near }) => [_id, near.length]));
    return done({
      list: interestsOf(setting).map((word) => wordView(word, leadsTo.get(`i:${word.id}`) ?? 0)),
    });
  },
});

/** All words stand in one document, so that two librarians cannot lose each other's. */
export const save = writing('interestDesk.save', {
  role: 'content',
  schema: v.strictObject({
    interestId: v.optional(anId),
    name: aText(8),
    classes: v.pipe(v.array(aClass), v.maxLength(30, '最多 30 个类')),
    subjects: v.pipe(v.array(aText(30)), v.maxLength(30, '最多 30 个主题词')),
    shown: v.boolean(),
  }),
  prepare: async (context, { interestId, ...words }) => {
    const id = interestId ?? context.newId();
    return { next: await nextOfNewWord(context, { ...words, id }), id };
  },
  run: async (_context, { interestId, ...words }, transaction, { next, id }) => {
    const before = interestsOf(await interestWords(transaction));
    if (!interestId && before.length >= MOST_WORDS)
      return refuse({ code: 'interests_full', current: before.length, limit: MOST_WORDS });
    const word: InterestWord = { ...words, id };
    const isThere = before.some((each) => each.id === id);
    const after = isThere ? before.map((each) => (each.id === id ? word : each)) : [...before, word];
    await transaction.put('settings', { _id: 'interests', words: [...after] });
    await transaction.put('nextTitles', next);
    return {
      value: wordView(word, next.near.length),
      log: { outcome: `${isThere ? '修改' : '新增'}兴趣“${word.name}”` },
    };
  },
});

const wordView = ({ id, ...word }: InterestWord, titles: number): InterestWordForDesk => ({
  ...word,
  interestId: id,
  titles,
});
