import type { Command } from 'commander';

export const DEFAULT_PORT = 4800;

export interface ServerOption {
  port: string;
}

/** Every command that talks to a running library takes the port it was started with. */
export function withServerOption(command: Command): Command {
  return command.option('--port <port>', 'the port the library was started with', String(DEFAULT_PORT));
}

/** Asks the running library; without one says how to start it. */
export async function ask(option: ServerOption, path: string, body?: unknown): Promise<unknown> {
  const url = `http://127.0.0.1:${option.port}${path}`;
  const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(url, request).catch(() => {
    throw new Error(
      `No library answers on port ${option.port}. Start it with: npm start -- --port ${option.port}`,
    );
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error((answer as { errMsg?: string }).errMsg ?? `HTTP ${response.status}`);
  return answer;
}

/** Whether a library answers there. */
export async function isRunning(option: ServerOption): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${option.port}/dev/clock`)).ok;
  } catch {
    return false;
  }
}
