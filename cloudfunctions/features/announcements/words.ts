import * as v from 'valibot';
import { aPagePath, aText, anId, anInstant, someLines } from '../../kernel/validate';

/** What may stand in an announcement. */

export const NOT_FOUND = { code: 'announcement_not_found' } as const;

const ids = (most: number) => v.pipe(v.array(anId), v.maxLength(most, `最多选 ${most} 个`));
const anAge = v.nullable(
  v.pipe(v.number(), v.integer('年龄应为整数'), v.minValue(0, '年龄不对'), v.maxValue(120, '年龄不对')),
);

export const anAudience = v.pipe(
  v.strictObject({
    everybody: v.boolean(),
    branchIds: ids(50),
    minAge: anAge,
    maxAge: anAge,
    interests: ids(50),
    categories: ids(50),
    eventId: v.union([v.literal(''), anId], '编号格式不对'),
  }),
  v.check(({ minAge, maxAge }) => minAge === null || maxAge === null || minAge <= maxAge, '年龄范围不对'),
);

export const entries = {
  title: aText(30),
  text: v.pipe(someLines(500), v.minLength(1, '请写通知内容')),
  link: v.union([v.literal(''), aPagePath], '页面路径不对'),
  audience: anAudience,
  urgent: v.boolean(),
  publishAt: v.nullable(anInstant),
};

export const aVersion = v.pipe(v.number(), v.integer(), v.minValue(0, '版本不对'));
export const ofAnnouncement = v.strictObject({ announcementId: anId });
