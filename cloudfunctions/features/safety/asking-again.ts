import type { StaffAction } from '../../../typings/contract';
import type { Refusal } from '../../../typings/contract/refusals';
import type { StaffContext } from '../../kernel/context';
import type { Operation, OperationsOf } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { safetyRules } from '../../membership/safety-rules';

/**
 * What is not done by whoever holds the phone: money given back, who may do what, the library's rules, many
 * records at once, keys.
 */
export const ASKS_AGAIN = [
  'fees.refund',
  'fees.credit',
  'fees.returnDeposit',
  'rules.savePolicy',
  'rules.removePolicy',
  'rules.saveStaff',
  'imports.start',
  'safety.save',
  'safety.rotateKeys',
  'safety.clearPin',
] as const satisfies StaffAction[];

type Operations = OperationsOf<StaffAction, StaffContext>;

/** The operations of the staff's door; those that ask again do so before anything else of theirs. */
export const askingAgain = (operations: Operations): Operations => {
  const asking = { ...operations };
  for (const action of ASKS_AGAIN) replace(asking, action);
  return asking;
};

const replace = <A extends StaffAction>(
  operations: { [Each in A]: Operation<Each, StaffContext> },
  action: A,
): void => {
  operations[action] = confirmedFirst(operations[action]);
};

const confirmedFirst = <A extends StaffAction>(
  operation: Operation<A, StaffContext>,
): Operation<A, StaffContext> =>
  operation.kind === 'reading'
    ? {
        ...operation,
        run: async (context: StaffContext, input: unknown) =>
          (await unconfirmed(context)) ?? operation.run(context, input),
      }
    : {
        ...operation,
        prepare: async (context, input) =>
          (await unconfirmed(context)) ?? operation.prepare?.(context, input),
      };

/** One read more than the act itself, of those acts alone. */
const unconfirmed = async ({
  db,
  openid,
  now,
  library,
}: StaffContext): Promise<{ refusals: Refusal[] } | undefined> => {
  if (!safetyRules(library).asksAgain.on) return undefined;
  const known = await db.get('staffPins', openid);
  if (known?.confirmedUntil && now < known.confirmedUntil) return undefined;
  return refuse({ code: 'confirm_again', pinSet: known !== null });
};
