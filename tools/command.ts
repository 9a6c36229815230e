import type { Command } from 'commander';

/** Reads the command line and does what it says; what goes wrong is told, and the command ends with 1. */
export const runCommand = (command: Command): void => {
  command.parseAsync().catch((error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exitCode = 1;
  });
};
