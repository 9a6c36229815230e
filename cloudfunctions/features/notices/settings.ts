import * as v from 'valibot';
import type { NoticeTimes } from '../../../typings/contract/notices';
import { noticeTimesOf, usualTimes } from '../../community/sending-time';
import { reading, writing } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { aTopic, nothing } from '../../kernel/validate';
import { forReader, forReaderWithin } from '../../reads/asking';
import { readerView } from '../../views/readers';
import { subscriptionId } from './subscription';

/** Everything that a reader can set about messages, with what each topic may still send. */
export const settings = reading('notices.settings', {
  caller: 'reader',
  schema: nothing,
  run: forReader(async (context, _input, reader) => {
    const { db, library } = context;
    const { templates, announcements, articles } = library.settings;
    const used = aTopic.options
      .filter((topic) => topic !== 'news' || announcements?.open)
      .filter((topic) => topic !== 'article' || articles?.open);
    const withTemplate = used.filter((topic) => templates[topic]);
    const balances = await db.getMany(
      'subscriptions',
      withTemplate.map((topic) => subscriptionId(reader._id, topic)),
    );
    const { topics } = readerView(reader, context);
    return done({
      ...noticeTimesOf(reader, library),
      usual: usualTimes(library),
      topics: used.map((topic) => ({
        topic,
        on: topics[topic],
        balance: templates[topic] ? (balances.find((each) => each.topic === topic)?.balance ?? 0) : null,
      })),
    });
  }),
});

const aTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应为 22:00 这样的格式'));

export const setTimes = writing('notices.setTimes', {
  caller: 'reader',
  schema: v.strictObject({
    quiet: v.nullable(
      v.pipe(
        v.strictObject({ from: aTime, to: aTime }),
        v.check(({ from, to }) => from !== to, '开始和结束不能是同一时刻'),
      ),
    ),
    digestAt: v.nullable(aTime),
  }),
  run: forReaderWithin(async (_context, noticeTimes: NoticeTimes, transaction, reader) => {
    await transaction.put('readers', { ...reader, noticeTimes });
    return { value: noticeTimes, log: { outcome: '更改消息时间', readerId: reader._id } };
  }),
});
