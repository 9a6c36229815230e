import type { StaffRole } from '../../../typings/contract';
import { ask } from '../../lib/call';

/** Who works here and where, as the library last said. */
interface Here {
  branchId: string;
  /** Managers and directors change the rules, everybody of the staff reads them. */
  manages: boolean;
  directs: boolean;
}

let known: Here | undefined;

/** Asked for once a visit; a page that was refused or lost shows what it can and lets the library decide. */
export async function staffHere(): Promise<Here> {
  if (known) return known;
  const outcome = await ask('desk.today', {});
  if (outcome.kind !== 'value') return { branchId: '', manages: true, directs: true };
  const { branchId, roles } = outcome.value;
  const has = (...wanted: StaffRole[]) => wanted.some((role) => roles.includes(role));
  known = { branchId, manages: has('manager', 'director'), directs: has('director') };
  return known;
}
