import { spawn } from 'node:child_process';

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a program to its end and keeps what it says. */
export const run = (
  program: string,
  options: readonly string[],
  { cwd, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Ran> =>
  new Promise((resume, fail) => {
    const child = spawn(program, options, { cwd, env: { ...process.env, ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
    child.on('error', fail);
    child.on('close', (code) =>
      resume({ code: code ?? 1, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });

/** As `run`; what failed is told with its words. */
export const mustRun = async (...args: Parameters<typeof run>): Promise<string> => {
  const { code, out, err } = await run(...args);
  if (code !== 0) throw new Error(`${args[0]} ${args[1].join(' ')} ended with ${code}\n${out}${err}`);
  return out;
};
