import type { FamilyMember } from '../../../typings/contract/account';
import type { ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { isIn } from '../../kernel/database';
import { guardianOf } from '../../membership/family';
import { overdueOf } from '../../reads/loans';
import { categoryName } from '../../views/readers';

type ViewContext = Pick<Context, 'db' | 'library' | 'now' | 'today'>;

/**
 * The acting reader, their children, and the other linked cards. A child whose own card is linked too is
 * told as that card: it can be switched to. Two round trips, and one more for each member with something
 * that may be overdue.
 */
export const familyOf = async (
  context: ViewContext,
  acting: ReaderDocument,
  cards: readonly ReaderDocument[],
): Promise<FamilyMember[]> => {
  const linked = new Set([acting, ...cards].map(({ _id }) => _id));
  const children = await context.db.getMany(
    'readers',
    acting.childReaderIds.filter((id) => !linked.has(id)),
  );
  const all = [
    { reader: acting, relation: 'self' as const },
    ...children
      .filter((child) => child.standing !== 'closed' && guardianOf(child, context) === acting._id)
      .sort((a, b) => a.birthDate.localeCompare(b.birthDate) || a._id.localeCompare(b._id))
      .map((reader) => ({ reader, relation: 'child' as const })),
    ...cards.map((reader) => ({ reader, relation: 'card' as const })),
  ];
  const ready = await context.db.find('holds', {
    where: { readerId: isIn(all.map(({ reader }) => reader._id)), status: 'ready' },
    limit: 1000,
    fields: ['readerId'],
  });
  return Promise.all(
    all.map(async ({ reader, relation }) => ({
      readerId: reader._id,
      name: reader.name,
      cardNumber: reader.cardNumber,
      categoryName: categoryName(context.library, reader.category),
      relation,
      acting: relation === 'self',
      loans: reader.openLoans.length,
      overdue: await overdueOf(context.db, reader, context),
      ready: ready.filter((hold) => hold.readerId === reader._id).length,
      owes: reader.owes,
    })),
  );
};
