import { operationsOf, writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { readerAsking } from '../../reads/asking';
import { announce, announcing, arrived, handOver, lookedAt, oneMedia, placeFor } from './sending';

export { takeVerdict } from './verdicts';

const begin = writing('media.begin', {
  caller: 'reader',
  schema: announcing,
  prepare: async (context, input) => {
    const [reader, place] = await Promise.all([readerAsking(context), placeFor(context, input)]);
    if (!reader) return refuse({ code: 'no_card' });
    if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
    return isRefused(place) ? place : { ...place, readerId: reader._id };
  },
  run: announce,
});

const hand = writing('media.hand', {
  caller: 'reader',
  schema: oneMedia,
  looksFirst: true,
  prepare: async (context, input) =>
    (await readerAsking(context)) ? arrived(context, input) : refuse({ code: 'no_card' }),
  run: handOver,
  afterwards: lookedAt,
});

export const media = operationsOf('media', [begin, hand]);
