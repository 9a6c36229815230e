import type { EventKind } from '../../typings/contract/events';
import { servicesOf } from '../community/event-terms';
import { registrationId } from '../community/registration-id';
import type { EventDocument, ReaderDocument, RegistrationDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Database } from '../kernel/database';

/** Events that are held on the phone. */

/** One of this kind that readers see, in a library that has the kind. */
export const isOfKind = (
  event: EventDocument | null,
  kind: EventKind,
  { library }: Pick<Context, 'library'>,
): event is EventDocument =>
  event !== null &&
  event.kind === kind &&
  event.state !== 'draft' &&
  servicesOf(library).kinds.includes(kind);

/** The reader's registration, where the event takes one. */
export const registrationFor = async (
  db: Pick<Database, 'get'>,
  { _id, terms }: EventDocument,
  reader: ReaderDocument,
): Promise<RegistrationDocument | null> =>
  terms.way === 'come' ? null : db.get('registrations', registrationId(_id, reader._id));
