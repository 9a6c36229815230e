import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '../limits';

/** One deployed function, as its folder says. */
export interface FunctionDefinition {
  name: string;
  folder: string;
  handler: string;
  timeoutMs: number;
  /** The openapi names `config.json` declares. */
  permissions: string[];
  triggers: { name: string; cron: string }[];
}

interface ConfigFile {
  timeout?: number;
  permissions?: { openapi?: string[] };
  triggers?: { name: string; type: string; config: string }[];
}

/** Every folder with an `index.js` is a function, as it would be uploaded. */
export function readDefinitions(root: string): FunctionDefinition[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'index.js')))
    .map((entry) => readDefinition(entry.name, join(root, entry.name)));
}

function readDefinition(name: string, folder: string): FunctionDefinition {
  const file = join(folder, 'config.json');
  const config = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ConfigFile) : {};
  const triggers = (config.triggers ?? []).filter((trigger) => trigger.type === 'timer');
  if (triggers.length > 1)
    throw new Error(`${name}/config.json: the platform allows one trigger per function`);
  const timeout = config.timeout ?? limits.functionTimeoutSeconds;
  if (!(timeout > 0 && timeout <= limits.functionTimeoutMaximumSeconds)) {
    throw new Error(
      `${name}/config.json: timeout must be 1 to ${limits.functionTimeoutMaximumSeconds} seconds`,
    );
  }
  return {
    name,
    folder,
    handler: 'index.main',
    timeoutMs: timeout * 1000,
    permissions: config.permissions?.openapi ?? [],
    triggers: triggers.map((trigger) => ({ name: trigger.name, cron: trigger.config })),
  };
}
