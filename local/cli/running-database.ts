import type { Database } from '../../cloudfunctions/kernel/database';
import { baseEnv, callEnv } from '../cloud/functions/worker-env';
import type { ServerOption } from './server-address';

/**
 * The database with its transactions, as the cloud functions reach it: the SDK, pointed at the running
 * library.
 */
export async function databaseOf({ port }: ServerOption): Promise<Database> {
  const environment = {
    ...baseEnv(`http://127.0.0.1:${port}/admin`),
    ...callEnv({ requestId: 'command', source: 'scf' } as Parameters<typeof callEnv>[0]),
  };
  for (const [name, value] of Object.entries(environment))
    if (value !== null && name !== 'PATH') process.env[name] = value;
  const { database } = await import('../../cloudfunctions/platform/database');
  return database;
}
