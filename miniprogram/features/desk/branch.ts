import type { DeskAccepts, DeskToday, StaffRole } from '../../../typings/contract';
import { ask } from '../../lib/call';
import { knowOverrides } from './override-view';

/** The branch at whose desk this device stands: chosen once, remembered on the device, not on the person. */
const KEY = 'desk-branch';
/** What the library last answered in this visit; a librarian who chose nothing stands at their own branch. */
let current = '';
let currentRoles: StaffRole[] = [];
let currentAccepts: DeskAccepts = 'number';

export function chosenBranch(): string {
  const known: unknown = wx.getStorageSync(KEY);
  return typeof known === 'string' ? known : '';
}

export function chooseBranch(branchId: string): void {
  wx.setStorageSync(KEY, branchId);
  current = branchId;
}

export function forgetBranch(): void {
  wx.removeStorageSync(KEY);
  current = '';
}

/** Where a list of the desk is of; asked for when its page was opened by itself. '' when no answer came. */
export async function branchHere(): Promise<string> {
  if (currentRoles.length === 0 || (!current && !chosenBranch())) {
    const outcome = await ask('desk.today', askingToday());
    if (outcome.kind === 'value') deskHead(outcome.value);
  }
  return current || chosenBranch();
}

/** The roles of who works here, as the library last said; none before it did. */
export function rolesHere(): StaffRole[] {
  return currentRoles;
}

/** What the library last said that its desks take as a reader's card. */
export function acceptsHere(): DeskAccepts {
  return currentAccepts;
}

/** How desk.today is asked: for the chosen branch, else the library answers with the librarian's own. */
export function askingToday(): { branchId?: string } {
  const branchId = chosenBranch();
  return branchId ? { branchId } : {};
}

/** Under which its answer is kept. */
export function keptToday({ branchId = '' }: { branchId?: string }): string {
  return `desk.today ${branchId}`;
}

/** What a scanning page shows above the work: where it is done. */
export function deskHead({ branchId, branchName, today, roles, overrides, accepts }: DeskToday) {
  knowOverrides(overrides);
  current = branchId;
  currentRoles = roles;
  currentAccepts = accepts;
  return { branchId, branchName, today };
}
