import type { Command } from 'commander';
import { randomUUID } from 'node:crypto';
import { ask, withServerOption, type ServerOption } from './server-address';

/** How `call` ends, for scripts. */
const exitCodes = { ok: 0, failure: 1, refusal: 2, invalid: 3 } as const;

interface CallOptions extends ServerOption {
  as?: string;
  requestId?: string;
}

export function addCallCommand(program: Command): void {
  withServerOption(program.command('call'))
    .description('ask a door as somebody and print the answer as JSON')
    .argument('<door>', 'reader, staff or jobs')
    .argument('<action>', 'the action, loans.renew')
    .argument('[input]', 'the input as JSON', '{}')
    .option('--as <identity>', "an identity's key from the demo library, or an openid")
    .option('--request-id <id>', 'repeat an earlier write: the same id changes nothing')
    .addHelpText(
      'after',
      `
Ends with 0 on an answer, 2 on a refusal (its codes on stderr), 3 on an invalid request, 1 on a failure.

  $ npm run shuxiang -- call reader home.mine '{}' --as reader`,
    )
    .action(call);
}

async function call(door: string, action: string, inputText: string, options: CallOptions): Promise<void> {
  const data = { action, input: parseInput(inputText), requestId: options.requestId ?? randomUUID() };
  const openid = await openidOf(options);
  const answer = await ask(options, '/client/callFunction', {
    name: door,
    data,
    ...(openid ? { openid } : {}),
  });
  const { result, errCode, errMsg } = answer as { result?: unknown; errCode?: number; errMsg: string };
  if (errCode !== undefined) {
    console.log(JSON.stringify(answer, null, 2));
    console.error(errMsg);
    process.exitCode = exitCodes.failure;
    return;
  }
  console.log(JSON.stringify(result, null, 2));
  process.exitCode = tell(result);
}

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`the input is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** An identity's key is looked up among the demo library's; anything else is an openid itself. */
async function openidOf(options: CallOptions): Promise<string | undefined> {
  if (options.as === undefined) return undefined;
  const answer = (await ask(options, '/dev/identities')) as unknown;
  const list = Array.isArray(answer) ? answer : ((answer as { identities?: unknown }).identities ?? []);
  const identities = list as { key: string; openid: string }[];
  return identities.find((identity) => identity.key === options.as)?.openid ?? options.as;
}

/** Says on stderr why a door said no, and gives the exit code. */
function tell(result: unknown): number {
  const answer = (typeof result === 'object' && result !== null ? result : {}) as {
    ok?: boolean;
    refusals?: { code: string }[];
    invalid?: { path: string; message: string }[];
    failure?: { requestId: string };
  };
  if (answer.refusals) {
    console.error(answer.refusals.map(({ code }) => code).join('\n'));
    return exitCodes.refusal;
  }
  if (answer.invalid) {
    console.error(answer.invalid.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    return exitCodes.invalid;
  }
  if (answer.failure) {
    console.error(`failed, request id ${answer.failure.requestId}: see the log`);
    return exitCodes.failure;
  }
  return exitCodes.ok;
}
