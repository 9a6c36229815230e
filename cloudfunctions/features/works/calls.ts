import * as v from 'valibot';
import { servicesOf } from '../../community/event-terms';
import { refusalsToEnter } from '../../community/works';
import { isIn } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, isRefused } from '../../kernel/refusal';
import { readerAsking } from '../../reads/asking';
import { callForReaders, workOf } from '../../reads/works';
import { refusalsToBeNamed } from '../../community/naming';
import { callPage, callRow } from '../../views/works';
import { oneCall } from './input';

export const calls = reading('works.calls', {
  caller: 'visitor',
  schema: v.strictObject({
    kind: v.optional(v.picklist(['contest', 'reading_aloud'], '没有这类征集')),
    after: aPageStart,
  }),
  run: async (context, { kind, after }) => {
    const lives = servicesOf(context.library).lives.filter((life) => life === (kind ?? life));
    const page = await pageFrom(
      context.db,
      'calls',
      {
        where: { state: isIn(['announced', 'decided']), kind: isIn(lives) },
        orderBy: [
          ['closesAt', 'desc'],
          ['_id', 'asc'],
        ],
      },
      after,
    );
    return done({ ...page, list: page.list.map((call) => callRow(call, context)) });
  },
});

export const call = reading('works.call', {
  caller: 'visitor',
  schema: oneCall,
  run: async (context, { callId }) => {
    const [found, reader] = await Promise.all([
      callForReaders(context, context.db, callId),
      readerAsking(context),
    ]);
    if (isRefused(found)) return found;
    const own = reader && (await context.db.get('works', workOf(callId, reader._id)));
    const because = reader
      ? refusalsToEnter(found, { reader, barred: own?.barred ?? false }, context.now)
      : [{ code: 'no_card' } as const];
    const mayBeNamed = !reader || refusalsToBeNamed('full', reader, context.today).length === 0;
    return done(callPage(found, { own, because, mayBeNamed }, context));
  },
});
