import type { Answer } from '../../../typings/contract/answer';
import { doorOf } from '../../../miniprogram/lib/door';
import { startSmallLibrary, type SmallLibrary } from '../library';
import { OPERATIONS } from './doors';
import { declaredFor, outcomeOf, saidBy, type Outcome } from './expected';
import { NOBODY, PEOPLE, callAs, marksOfOthers, settle, type Person } from './people';
import { validInput } from './valid-input';

/** One call of the matrix and what came of it. */
export interface Called {
  action: string;
  asks: string;
  who: Person['kind'];
  said: string;
  declared: 'in' | 'out';
  outcome: Outcome;
  seen: string[];
  /** What is personal, or was written by somebody, in the words of the log that stay. */
  stays: string[];
}

const isAnswer = (value: unknown): value is Answer<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';

/** What the line of the log goes on saying when names and comments have gone. */
const loggedOf = async (
  library: SmallLibrary,
  { openid }: Person,
  { requestId }: { requestId: string },
): Promise<string> => (await library.document('operations', `${openid}:${requestId}`))?.outcome ?? '';

/** Inputs by these names are somebody's own words. */
const OWN_WORDS = ['comment', 'why', 'reason', 'condition', 'words', 'note', 'text'];

const staysIn = (logged: string, input: unknown): string[] => {
  const words = Object.entries(typeof input === 'object' && input !== null ? input : {}).flatMap(
    ([name, value]) =>
      OWN_WORDS.includes(name) && typeof value === 'string' && value && logged.includes(value) ? [name] : [],
  );
  return [...words, ...marksOfOthers(logged, NOBODY, undefined)];
};

/** Every operation as everybody, through the real doors; after each that writes the library is as before. */
export const callEverything = async (): Promise<Called[]> => {
  const library = await startSmallLibrary();
  const called: Called[] = [];
  const known = await settle(library);
  const stood = await library.everything();
  for (const operation of OPERATIONS) {
    const { action, kind, role, caller } = operation;
    const input = validInput(operation, known);
    for (const who of PEOPLE) {
      const event = { action, input, requestId: `matrix-${called.length}` };
      const given = await callAs(library, doorOf(action), who, event);
      const answer = 'result' in given && isAnswer(given.result) ? given.result : undefined;
      called.push({
        action,
        asks: role ?? caller ?? '',
        who: who.kind,
        said: answer ? saidBy(answer) : JSON.stringify(given),
        declared: declaredFor(operation, who),
        outcome: answer ? outcomeOf(answer, operation, who) : 'unclean',
        seen: marksOfOthers(given, who, input),
        stays: kind === 'writing' && answer?.ok ? staysIn(await loggedOf(library, who, event), input) : [],
      });
    }
    if (kind === 'writing') await library.putBack(stood);
  }
  const timers = await Promise.all(
    ['jobs', 'indexer'].flatMap((door) =>
      PEOPLE.map(async (who): Promise<Called> => {
        const given = await callAs(library, door, who, {});
        const answer = 'result' in given && isAnswer(given.result) ? given.result : undefined;
        return {
          action: door,
          asks: 'timer',
          who: who.kind,
          said: answer ? saidBy(answer) : JSON.stringify(given),
          declared: 'out',
          outcome: answer ? outcomeOf(answer, {}, who) : 'unclean',
          seen: [],
          stays: [],
        };
      }),
    ),
  );
  await library.close();
  return [...called, ...timers];
};
