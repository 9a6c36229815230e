import type { Refusal } from '../../typings/contract/refusals';
import type { StaffDocument } from '../documents';
import type { Database, Transaction } from '../kernel/database';
import { refuse } from '../kernel/refusal';

const isActingDirector = (staff: Pick<StaffDocument, 'active' | 'roles'> | null): boolean =>
  staff !== null && staff.active && staff.roles.includes('director');

/** Who directs, as a query tells it; whether they still do is read again where somebody stops. */
export const directorsNow = async (db: Database): Promise<string[]> => {
  const directors = await db.find('staff', { where: { roles: 'director', active: true }, limit: 1000 });
  return directors.map(({ _id }) => _id);
};

/**
 * Saves one of the staff, unless nobody would direct any more. `staff-changes` is written by every change, so
 * that two directors who take each other away at once meet in it.
 */
export const saveMember = async (
  transaction: Transaction,
  { before, saved, directors }: { before: StaffDocument | null; saved: StaffDocument; directors: string[] },
): Promise<{ refusals: Refusal[] } | StaffDocument> => {
  const changes = await transaction.get('settings', 'staff-changes');
  if (isActingDirector(before) && !isActingDirector(saved)) {
    let others = 0;
    for (const id of directors.filter((each) => each !== saved._id))
      others += isActingDirector(await transaction.get('staff', id)) ? 1 : 0;
    if (others === 0) return refuse({ code: 'last_director' });
  }
  await transaction.put('staff', saved);
  const last = changes?._id === 'staff-changes' ? changes.last + 1 : 1;
  await transaction.put('settings', { _id: 'staff-changes', last });
  return saved;
};
