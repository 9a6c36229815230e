import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { forReaderWithin } from '../../reads/asking';
import { readerView } from '../../views/readers';
import { HISTORY_VERSION } from './consent-texts';
import { keepingHistory } from './history-switch';

/** The 22 main classes of the Chinese Library Classification. */
const aClass = v.pipe(v.string(), v.regex(/^[A-KN-VXZ]$/, '没有这个类目'));

/**
 * Absent fields stay. The history is kept by consent, so that switching it leaves its line in the log of
 * consents.
 */
export const setPreferences = writing('account.setPreferences', {
  caller: 'reader',
  schema: v.strictObject({
    interests: v.optional(v.pipe(v.array(aClass), v.maxLength(22, '类目太多'))),
    language: v.optional(v.picklist(['zh', 'en'], '没有这种语言')),
    keepsHistory: v.optional(v.boolean()),
  }),
  run: forReaderWithin(async (context, { interests, language, keepsHistory }, transaction, reader) => {
    const preferring = {
      ...reader,
      interests: interests ? [...new Set(interests)] : reader.interests,
      language: language ?? reader.language,
    };
    const changed = keepingHistory(preferring, keepsHistory ?? reader.keepsHistory, context.now);
    await transaction.put('readers', changed);
    if (changed.keepsHistory !== reader.keepsHistory) {
      await transaction.add('consents', {
        _id: context.newId(),
        readerId: reader._id,
        at: context.now,
        what: 'history',
        given: changed.keepsHistory,
        version: HISTORY_VERSION,
      });
    }
    return { value: readerView(changed, context), log: { outcome: '更改偏好', readerId: reader._id } };
  }),
});
