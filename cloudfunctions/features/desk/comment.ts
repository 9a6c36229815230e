import * as v from 'valibot';

/** Why staff decided so; where one is needed, "" is refused in words that the desk understands. */
export const aComment = v.pipe(v.string(), v.trim(), v.maxLength(200, '最多 200 个字'));
