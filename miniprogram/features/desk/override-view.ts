import type { Refusal, RefusalCode, StaffRole } from '../../../typings/contract';

/** What the roles are called at the desk. */
export const roleNames: Record<StaffRole, string> = {
  circulation: '流通',
  cataloguer: '编目',
  events: '活动',
  reference: '参考咨询',
  content: '内容',
  manager: '主管',
  director: '馆长',
};

/** No comment makes these true: there is no such copy or reader, or it is with somebody else. */
const NEVER: readonly RefusalCode[] = [
  'item_on_loan',
  'item_not_found',
  'item_not_on_loan',
  'item_in_transit',
  'reader_not_found',
  'account_closed',
  'application_pending',
  'card_not_active',
  'loan_closed',
  'loan_not_found',
  'branch_not_found',
  'role_missing',
  'not_staff',
  'due_date_not_later',
  'returned_before_lent',
  'returned_too_far_back',
  'later_event',
  'scan_too_old',
  'undo_too_late',
  'transfer_not_offered',
];

/** Which role the library asks for, as it said in this visit; null: nobody may. */
const learned = new Map<string, StaffRole | null>();
let known = false;

/** The library's own list: what is not on it nobody may set aside. */
export function knowOverrides(overrides: Partial<Record<RefusalCode, StaffRole>>): void {
  known = true;
  learned.clear();
  for (const [code, role] of Object.entries(overrides)) learned.set(code, role);
}

/** Remembers from an answer who may set what aside, and gives back the refusals without these remarks. */
export function learnOverrides(refusals: Refusal[]): Refusal[] {
  for (const refusal of refusals) {
    if (refusal.code === 'override_not_allowed') learned.set(refusal.refusal, refusal.role);
  }
  return refusals.filter(({ code }) => code !== 'override_not_allowed');
}

/** Who must be asked to set this aside; '' when it is not known or this person may. */
export function askedRole(code: string, roles: StaffRole[]): string {
  const role = learned.get(code) ?? (known ? null : undefined);
  if (role === undefined) return '';
  if (role === null) return '这一条不能放行。';
  return may(roles, role) ? '' : `这一条要由${roleNames[role]}放行。`;
}

/**
 * Whether the desk offers to set all of it aside. The library decides by its own settings; what it already
 * said no to is not offered again.
 */
export function canOverride(refusals: Refusal[], roles: StaffRole[]): boolean {
  return (
    refusals.length > 0 &&
    refusals.every(({ code }) => !NEVER.includes(code) && askedRole(code, roles) === '')
  );
}

export function may(roles: StaffRole[], role: StaffRole): boolean {
  return (
    roles.includes(role) || roles.includes('director') || (roles.includes('manager') && role !== 'director')
  );
}

/** For tests and for another member of staff on the same device. */
export function forgetOverrides(): void {
  known = false;
  learned.clear();
}
