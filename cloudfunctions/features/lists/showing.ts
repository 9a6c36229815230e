import * as v from 'valibot';
import type { BookListDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { CARD_FIELDS } from '../../reads/book-lists';
import { wantIdOf } from './list';
import { NOT_FOUND, listAsked, wantListOf } from './owning';
import { cardsOf, listPageOf, readersOpen } from './seeing';

export const publicLists = reading('lists.public', {
  caller: 'visitor',
  schema: v.strictObject({ by: v.picklist(['library', 'reader'], '没有这类书单'), after: aPageStart }),
  run: async (context, { by, after }) => {
    const isOpen = readersOpen(context);
    if (by === 'reader' && !isOpen) return done({ list: [], readersOpen: false });
    const { list, next } = await pageFrom(
      context.db,
      'bookLists',
      {
        where: { by, shown: 'public' },
        orderBy: [['placedAt', 'desc']],
        fields: CARD_FIELDS,
      },
      after,
    );
    return done({ list: await cardsOf(context.db, list), readersOpen: isOpen, ...(next && { next }) });
  },
});

export const page = reading('lists.page', {
  caller: 'visitor',
  schema: v.strictObject({ listId: anId, after: aPageStart }),
  run: async (context, { listId, after }) => {
    const { list: found, readerId } = await listAsked(context, listId);
    // 想读 is there before anything stands on it.
    const list = found ?? (listId === wantIdOf(readerId) ? wantListOf({ _id: readerId }, context) : null);
    const isMine = !!list?.readerId && list.readerId === readerId;
    if (!list || !(isMine || isForEverybody(list, context))) return refuse(NOT_FOUND);
    return done(await listPageOf(context, list, { after, mine: isMine, editing: isMine }));
  },
});

const isForEverybody = ({ shown, by }: BookListDocument, context: Context): boolean =>
  shown === 'public' && (by === 'library' || readersOpen(context));
