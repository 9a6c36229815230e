import type { StaffRole } from '../../typings/contract/desk';
import type { StaffDocument } from '../documents';

/** Who may do what another role may: the director everything, a manager all work of the house. */
export const hasRole = ({ roles }: Pick<StaffDocument, 'roles'>, role: StaffRole): boolean =>
  roles.includes(role) || roles.includes('director') || (roles.includes('manager') && role !== 'director');
