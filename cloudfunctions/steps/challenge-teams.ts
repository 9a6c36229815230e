import type { ChallengeRunDocument } from '../documents';
import type { Transaction } from '../kernel/database';

/** A reader is no longer in the team of this run; a team without anybody goes. Writes both. */
export const leaveTeam = async (
  transaction: Transaction,
  run: ChallengeRunDocument,
): Promise<ChallengeRunDocument> => {
  const team = await transaction.get('challengeTeams', run.teamId);
  if (team && team.members > 1)
    await transaction.put('challengeTeams', { ...team, members: team.members - 1 });
  else if (team) await transaction.remove('challengeTeams', team._id);
  const after = { ...run, teamId: '' };
  await transaction.put('challengeRuns', after);
  return after;
};
