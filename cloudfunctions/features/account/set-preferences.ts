import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { forReaderWithin } from '../../reads/asking';
import { readerView } from '../../views/readers';
import { HISTORY_VERSION } from './consent-texts';
import { keepingHistory } from './history-switch';

/**
 * Absent fields stay. The history is kept by consent, so that switching it leaves its line in the log of
 * consents.
 */
export const setPreferences = writing('account.setPreferences', {
  caller: 'reader',
  schema: v.strictObject({
    language: v.optional(v.picklist(['zh', 'en'], '没有这种语言')),
    keepsHistory: v.optional(v.boolean()),
  }),
  run: forReaderWithin(async (context, { language, keepsHistory }, transaction, reader) => {
    const preferring = {
      ...reader,
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
