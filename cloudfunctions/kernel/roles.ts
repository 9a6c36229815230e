import type { StaffRole } from '../../typings/contract/staff-roles';
import type { StaffDocument } from '../documents';

/** What an operation asks of staff: a role, or only to be of the staff. */
export type RoleAsked = StaffRole | 'any';

/** Who may do what another role may: the director everything, a manager all work of the house. */
export const hasRole = ({ roles }: Pick<StaffDocument, 'roles'>, role: RoleAsked): boolean =>
  role === 'any' ||
  roles.includes(role) ||
  roles.includes('director') ||
  (roles.includes('manager') && role !== 'director');
