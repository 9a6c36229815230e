import * as v from 'valibot';
import type { Phrase } from '../../../typings/contract/talks';
import type { SettingDocument } from '../../documents';
import { branchName } from '../../circulation/branches';
import { hoursInWords } from '../../circulation/calendar';
import type { Transaction } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { aText, anId, nothing, someLines } from '../../kernel/validate';
import { answeringHours } from '../../reads/talks';
import { MOST_PHRASES, faultInBraces, fieldsIn } from '../../reference/phrases';

/** Canned answers of a library stand in one document, by which two changes at once meet. */

type Kept = { id: string; title: string; text: string };

const LONGEST = 1000;
const phraseView = ({ id, title, text }: Kept): Phrase => ({
  ...{ phraseId: id, title, text, fields: fieldsIn(text) },
});

const keptIn = (setting: SettingDocument | null): Kept[] => (setting?._id === 'phrases' ? setting.list : []);

export const phrases = reading('talkDesk.phrases', {
  role: 'reference',
  schema: nothing,
  run: async ({ db, library, staff, today }) => {
    const list = keptIn(await db.get('settings', 'phrases'));
    const hours = answeringHours(library, today);
    return done({
      list: list.map(phraseView),
      known: [
        { name: '馆名', value: library.settings.name },
        { name: '分馆', value: branchName(library, staff.branchId) },
        { name: '馆员', value: staff.name },
        { name: '开放时间', value: hours ? hoursInWords(hours) : '今天闭馆' },
      ],
    });
  },
});

const listWithin = async (transaction: Transaction): Promise<Kept[]> =>
  keptIn(await transaction.get('settings', 'phrases'));

const someWords = v.pipe(
  someLines(LONGEST),
  v.minLength(1, '请写内容'),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed ? faultInBraces(dataset.value) : null;
    if (fault) addIssue({ message: fault });
  }),
);

export const savePhrase = writing('talkDesk.savePhrase', {
  role: 'reference',
  schema: v.strictObject({
    phraseId: v.union([v.literal(''), anId], '编号格式不对'),
    title: aText(30),
    text: someWords,
  }),
  run: async ({ newId }, { phraseId, title, text }, transaction) => {
    const list = await listWithin(transaction);
    if (phraseId !== '' && !list.some(({ id }) => id === phraseId))
      return refuse({ code: 'phrase_not_found' });
    if (phraseId === '' && list.length >= MOST_PHRASES)
      return refuse({ code: 'phrases_full', limit: MOST_PHRASES });
    const one = { id: phraseId || newId(), title, text };
    const changed =
      phraseId === '' ? [...list, one] : list.map((each) => (each.id === phraseId ? one : each));
    await transaction.put('settings', { _id: 'phrases', list: changed });
    return { value: phraseView(one), log: { outcome: `常用语：${title}` } };
  },
});

export const removePhrase = writing('talkDesk.removePhrase', {
  role: 'reference',
  schema: v.strictObject({ phraseId: anId }),
  run: async (_context, { phraseId }, transaction) => {
    const list = (await listWithin(transaction)).filter(({ id }) => id !== phraseId);
    await transaction.put('settings', { _id: 'phrases', list });
    return { value: { phraseId }, log: { outcome: '删除常用语' } };
  },
});
