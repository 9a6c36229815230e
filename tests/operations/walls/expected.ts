import type { Action } from '../../../typings/contract';
import type { StaffRole } from '../../../typings/contract/staff-roles';
import type { Answer } from '../../../typings/contract/answer';
import { hasRole } from '../../../cloudfunctions/kernel/roles';
import type { Declared } from './doors';
import type { Person } from './people';

/**
 * `in`: the operation is done or refused for a reason of its own. `out`: the caller is told that it is not
 * for them. `theirs alone`: without a card there is nothing that could be theirs.
 */
export type Outcome = 'in' | 'out' | 'unclean';

const OUT = ['no_card', 'not_staff', 'role_missing'];
/** What somebody without a card is told of a thing that only who has one can have. */
const NOTHING_OF_THEIRS = ['not_yours', 'transfer_code_not_valid', 'consent_outdated'];

/** Where the rules of the library ask for more than the operation: `mayWaive` is a manager at first. */
const ASKS_MORE: Partial<Record<Action, StaffRole>> = {
  'fees.waive': 'manager',
  'fees.credit': 'manager',
  'fees.refund': 'manager',
};

/** What an operation says of who may call, of this person. */
export const declaredFor = (
  { action, role, caller }: Declared,
  { openid, hasCard, roles }: Person,
): 'in' | 'out' => {
  if (openid === '') return 'out';
  const asked = ASKS_MORE[action] ?? role;
  if (asked !== undefined) return roles.length > 0 && hasRole({ roles: [...roles] }, asked) ? 'in' : 'out';
  return caller === 'visitor' || hasCard ? 'in' : 'out';
};

/** The codes of a refusal, "ok", or what else was said. */
export const saidBy = (answer: Answer<unknown>): string => {
  if (answer.ok) return 'ok';
  if ('refusals' in answer) return answer.refusals.map(({ code }) => code).join('+');
  return 'invalid' in answer
    ? `invalid ${answer.invalid.map(({ path, message }) => `${path}: ${message}`).join('; ')}`
    : 'failure';
};

/** How an answer is to be read: whether the caller was let in. */
export const outcomeOf = (
  answer: Answer<unknown>,
  { caller }: Pick<Declared, 'caller'>,
  { hasCard }: Person,
): Outcome => {
  if (answer.ok) return 'in';
  if (!('refusals' in answer)) return 'unclean';
  const codes: string[] = answer.refusals.map(({ code }) => code);
  if (codes.some((code) => OUT.includes(code))) return 'out';
  const isNothing = codes.every((code) => NOTHING_OF_THEIRS.includes(code) || code.endsWith('_not_found'));
  return caller === 'reader' && !hasCard && isNothing ? 'out' : 'in';
};
