import * as v from 'valibot';
import { periodOf, teamCode, typedCode } from '../../community/challenge-days';
import type { ChallengeRunDocument, ChallengeTeamDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { isRisky } from '../../kernel/text-check';
import { aText, anId } from '../../kernel/validate';
import { leaveTeam } from '../../steps/challenge-teams';
import { eventLine } from '../../steps/event-log';
import { challengePage } from '../../views/challenges';
import { freshRun, ownChallenge, takingPart, teamOf } from './found';

type Found = Exclude<Awaited<ReturnType<typeof takingPart>>, ReturnType<typeof refuse>>;

/** The reader's run, which is in no team, or why it is. */
const runWithoutTeam = async (
  transaction: Transaction,
  { event, reader }: Found,
): Promise<ChallengeRunDocument | ReturnType<typeof refuse>> => {
  const fresh = freshRun(event, reader);
  const run = (await transaction.get('challengeRuns', fresh._id)) ?? fresh;
  return run.teamId === '' ? run : refuse({ code: 'already_in_team' });
};

const inTeam = async (
  transaction: Transaction,
  context: Context,
  { event, asking, reader }: Found,
  { run, team, outcome }: { run: ChallengeRunDocument; team: ChallengeTeamDocument; outcome: string },
) => {
  const after = { ...run, teamId: team._id };
  await transaction.put('challengeTeams', team);
  await transaction.put('challengeRuns', after);
  // What others did is read outside the transaction; one's own days are these.
  const { together } = await teamOf(context, team._id);
  const others = run.teamId === team._id ? together : [...together, after];
  return {
    value: challengePage(event, { ...asking, run: after, team, together: others }, context),
    log: eventLine(outcome, event, reader),
  };
};

/** A team with a code by which others join. Its name is read by nobody but them, and checked all the same. */
export const makeTeam = writing('challenges.makeTeam', {
  caller: 'reader',
  schema: v.strictObject({ eventId: anId, name: aText(12) }),
  prepare: async (context, { eventId, name }) => {
    const found = await takingPart(context, { eventId });
    if ('refusals' in found) return found;
    if (found.event.challenge.teamSize === 0) return refuse({ code: 'no_teams_here' });
    return (await isRisky(context, name, name)) ? refuse({ code: 'text_not_allowed' }) : found;
  },
  run: async (context, { eventId, name }, transaction, found) => {
    const run = await runWithoutTeam(transaction, found);
    if ('refusals' in run) return run;
    const code = teamCode(context.randomBytes(6));
    const _id = `${eventId}_${code}`;
    // One in a thousand million: whoever taps again has another one.
    if (await transaction.get('challengeTeams', _id)) return refuse({ code: 'team_not_found' });
    const size = found.event.challenge.teamSize;
    const team = { _id, eventId, code, name, members: 1, size, endsOn: periodOf(found.event).last };
    return inTeam(transaction, context, found, { run, team, outcome: '组建打卡小队' });
  },
});

/** The team carries that it is never larger than it may be: whoever joins writes it. */
export const joinTeam = writing('challenges.joinTeam', {
  caller: 'reader',
  schema: v.strictObject({ eventId: anId, code: v.pipe(aText(20), v.transform(typedCode)) }),
  prepare: takingPart,
  run: async (context, { eventId, code }, transaction, found) => {
    const run = await runWithoutTeam(transaction, found);
    if ('refusals' in run) return run;
    const team = await transaction.get('challengeTeams', `${eventId}_${code}`);
    if (!team) return refuse({ code: 'team_not_found' });
    if (team.members >= team.size) return refuse({ code: 'team_full', size: team.size });
    const joined = { ...team, members: team.members + 1 };
    return inTeam(transaction, context, found, { run, team: joined, outcome: '加入打卡小队' });
  },
});

export const leave = writing('challenges.leaveTeam', {
  caller: 'reader',
  schema: v.strictObject({ eventId: anId }),
  prepare: (context, { eventId }) => ownChallenge(context, eventId),
  run: async (context, _input, transaction, { event, asking, reader }) => {
    const run = await transaction.get('challengeRuns', freshRun(event, reader)._id);
    if (!run || run.teamId === '') return refuse({ code: 'not_in_team' });
    const after = await leaveTeam(transaction, run);
    return {
      value: challengePage(event, { ...asking, run: after, team: null, together: [] }, context),
      log: eventLine('退出打卡小队', event, reader),
    };
  },
});
