import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { aTopic } from '../../kernel/validate';
import { forReaderWithin } from '../../reads/asking';
import { readerView } from '../../views/readers';

export const setTopic = writing('account.setTopic', {
  caller: 'reader',
  schema: v.strictObject({ topic: aTopic, on: v.boolean() }),
  run: forReaderWithin(async (context, { topic, on }, transaction, reader) => {
    const changed = { ...reader, topics: { ...reader.topics, [topic]: on } };
    await transaction.put('readers', changed);
    return {
      value: readerView(changed, context),
      log: { outcome: `通知 ${topic} ${on ? '开' : '关'}`, readerId: reader._id },
    };
  }),
});
