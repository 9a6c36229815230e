import * as v from 'valibot';
import { operationsOf, reading, writing } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { linkToMedia, putMediaState, tellMediaMoved } from '../../steps/media';
import { announce, announcing, arrived, handOver, lookedAt, oneMedia, placeFor } from './sending';

const begin = writing('mediaDesk.begin', {
  role: 'reference',
  schema: announcing,
  prepare: async (context, input) => {
    const place = await placeFor(context, input);
    return isRefused(place) ? place : { ...place, readerId: '' };
  },
  run: announce,
});

const hand = writing('mediaDesk.hand', {
  role: 'reference',
  schema: oneMedia,
  looksFirst: true,
  prepare: arrived,
  run: handOver,
  afterwards: lookedAt,
});

const waiting = reading('mediaDesk.waiting', {
  role: 'reference',
  schema: v.strictObject({ after: aPageStart }),
  run: async ({ db }, { after }) => {
    const rows = await db.find('media', {
      where: { state: 'unsure' },
      orderBy: [['handedAt', 'asc']],
      skip: startOf(after),
      limit: PAGE_SIZE + 1,
    });
    const { list, next } = pageOf(rows, startOf(after));
    return done({
      list: list.map(({ _id, purpose, usedBy, kind, name, seconds, at }) => ({
        ...{ mediaId: _id, purpose, usedBy, kind, name, seconds, at },
      })),
      next,
    });
  },
});

/** What people have to look at, and nothing else: what is fit is opened where it stands. */
const look = reading('mediaDesk.look', {
  role: 'reference',
  schema: oneMedia,
  run: async (context, { mediaId }) => {
    const it = await context.db.get('media', mediaId);
    if (!it || it.usedBy === '') return refuse({ code: 'media_not_found' });
    if (it.state !== 'unsure') return refuse({ code: 'media_is', state: it.state });
    const link = await linkToMedia(context, it);
    return isRefused(link) ? link : done(link);
  },
});

const decide = writing('mediaDesk.decide', {
  role: 'reference',
  schema: v.strictObject({ mediaId: anId, fit: v.boolean() }),
  run: async ({ now }, { mediaId, fit }, transaction) => {
    const it = await transaction.get('media', mediaId);
    if (!it || it.usedBy === '') return refuse({ code: 'media_not_found' });
    if (it.state !== 'unsure') return refuse({ code: 'media_is', state: it.state });
    const { state } = await putMediaState(transaction, it, fit ? 'fit' : 'refused', now);
    return {
      value: { mediaId, state },
      log: { outcome: fit ? '图片或录音可以展示' : '图片或录音不展示', readerId: it.readerId },
    };
  },
  afterwards: async (context, { mediaId }) => {
    const it = await context.db.get('media', mediaId);
    if (it) await tellMediaMoved(context, it);
  },
});

export const mediaDesk = operationsOf('mediaDesk', [begin, hand, waiting, look, decide]);
