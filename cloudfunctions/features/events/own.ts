import { registrationId } from '../../community/registration-id';
import type { EventDocument, ReaderDocument, RegistrationDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { between, type Transaction } from '../../kernel/database';
import { eventWithin } from '../../steps/event-places';

/** The place of a registration in the waiting list, from 1; undefined where it does not wait. One count. */
export const placeInLine = async (
  { db }: Pick<Context, 'db'>,
  own: RegistrationDocument | null,
): Promise<number | undefined> =>
  own?.status === 'waiting'
    ? 1 +
      (await db.count('registrations', {
        eventId: own.eventId,
        status: 'waiting',
        order: between({ below: own.order }),
      }))
    : undefined;

/** What readers see. */
export const isShown = ({ state }: EventDocument): boolean => state !== 'draft';

/** An event that a reader's act is going to change, and their registration. */
export const ownWithin = async (
  transaction: Transaction,
  eventId: string,
  { _id }: Pick<ReaderDocument, '_id'>,
): Promise<{ event: EventDocument | null; own: RegistrationDocument | null }> => {
  const own = await transaction.get('registrations', registrationId(eventId, _id));
  return { event: own && (await eventWithin(transaction, eventId)), own };
};
