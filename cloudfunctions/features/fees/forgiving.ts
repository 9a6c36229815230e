import type { Refusal } from '../../../typings/contract/refusals';
import type { Library, StaffDocument } from '../../documents';
import { hasRole } from '../../kernel/roles';

/**
 * Why this member of the staff may not give the library's money away, be it by a waiver or by a credit,
 * which pays charges as well and is paid out. Who may is the library's own setting; a manager where it
 * says nothing.
 */
export const mayForgive = (
  staff: StaffDocument,
  { settings }: Pick<Library, 'settings'>,
): Refusal | undefined => {
  const role = settings.mayWaive ?? 'manager';
  return hasRole(staff, role) ? undefined : { code: 'role_missing', role };
};
