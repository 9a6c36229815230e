import * as v from 'valibot';
import type { AnswerLink } from '../../../typings/contract/answers';
import { aDay, aLine, aPagePath, aText, anId, someLines } from '../../kernel/validate';

/** What may stand in an answer. */

export const LONGEST_QUESTION = 100;
export const LONGEST_SUBJECT = 12;
export const NOT_FOUND = { code: 'answer_not_found' } as const;

const entries = {
  question: aText(LONGEST_QUESTION),
  forms: v.pipe(v.array(aText(LONGEST_QUESTION)), v.maxLength(20, '最多 20 种问法')),
  subject: aText(LONGEST_SUBJECT),
  text: v.pipe(someLines(2000), v.minLength(1, '请写回答')),
  links: v.pipe(
    v.array(
      v.strictObject({ words: aText(20), page: aPagePath }) satisfies v.GenericSchema<unknown, AnswerLink>,
    ),
    v.maxLength(5, '最多 5 个链接'),
  ),
  validUntil: v.nullable(aDay),
};

export const toSave = v.strictObject({
  answerId: v.union([v.literal(''), anId], '编号格式不对'),
  version: v.pipe(v.number(), v.integer(), v.minValue(0, '版本不对')),
  send: v.boolean(),
  keep: v.pipe(v.array(aText(200)), v.maxLength(50, '最多 50 处')),
  ...entries,
});

export const ofTalk = v.strictObject({
  lines: v.pipe(
    v.array(
      v.strictObject({ from: v.picklist(['reader', 'staff'], '不知道是谁说的'), text: someLines(2000) }),
    ),
    v.maxLength(500, '最多 500 句'),
  ),
  names: v.pipe(v.array(aLine(40)), v.maxLength(20, '最多 20 个名字')),
});
