import * as v from 'valibot';
import { aLine, anId, someLines } from '../../kernel/validate';

/** Longer than any call lets a work be. */
const LONGEST = 20_000;
const MOST_MEDIA = 9;

export const oneCall = v.strictObject({ callId: anId });

/** A work as it is being written: nothing of it has to be there yet. */
export const theWords = v.strictObject({
  title: aLine(60),
  text: someLines(LONGEST),
  media: v.pipe(v.array(anId), v.maxLength(MOST_MEDIA, `最多 ${MOST_MEDIA} 个文件`)),
});

export const theSignature = v.strictObject({
  publish: v.boolean(),
  signedAs: v.picklist(['full', 'masked', 'pen_name'], '请选择署名方式'),
  penName: aLine(20),
});

export const CALL_NOT_FOUND = { code: 'call_not_found' } as const;
export const WORK_NOT_FOUND = { code: 'work_not_found' } as const;
