import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aTopic } from '../../kernel/validate';
import { readerWithin } from '../../reads/asking';
import { readerView } from '../../views/readers';

export const setTopic = writing('account.setTopic', {
  caller: 'reader',
  schema: v.strictObject({ topic: aTopic, on: v.boolean() }),
  run: async (context, { topic, on }, transaction) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const changed = { ...reader, topics: { ...reader.topics, [topic]: on } };
    await transaction.put('readers', changed);
    return {
      value: readerView(changed, context),
      log: { outcome: `通知 ${topic} ${on ? '开' : '关'}`, readerId: reader._id },
    };
  },
});
