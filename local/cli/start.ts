import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { collections } from '../../cloudfunctions/collections';
import { buildFunctions } from '../../build/functions';
import { startCloud, type Cloud } from '../cloud/index';
import { seedDemoLibrary } from './demo-library';
import { DEFAULT_PORT } from './server-address';

interface StartOptions {
  port: string;
  data: string;
  warm: string;
  preview: boolean;
}

interface Preview {
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  close(): Promise<void>;
}

const root = resolve(__dirname, '..', '..');

export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description('build the cloud functions and start the library: cloud, demo library and preview')
    .option('--port <port>', 'the port on 127.0.0.1', String(DEFAULT_PORT))
    .option('--data <folder>', 'where everything is kept', '.shuxiang/data')
    .option('--warm <workers>', 'workers of each function to load beforehand', '2')
    .option('--no-preview', 'without the browser preview')
    .action(start);
}

async function start(options: StartOptions): Promise<void> {
  await buildFunctions();
  const cloud = await startCloud({
    port: Number(options.port),
    data: resolve(options.data),
    collections,
    functions: join(root, 'dist', 'cloudfunctions'),
    warm: 1,
    timers: true,
    root,
    seed: async (empty) => {
      await seedDemoLibrary(empty, root);
      console.log('The demo library was set up.');
    },
  });
  // The first tick of its timer would come in some minutes only.
  cloud.timer('indexer').catch((error: unknown) => console.error(String(error)));
  const preview = options.preview ? await mountPreview(cloud) : undefined;
  console.log(`书香 is open: ${cloud.url}/`);
  cloud.warm(Number(options.warm)).catch((error: unknown) => console.error(String(error)));
  stopOnSignals(cloud, preview);
}

/** The preview is loaded late: the cloud serves without it. */
async function mountPreview(cloud: Cloud): Promise<Preview | undefined> {
  const file = join(root, 'local', 'preview', 'index.ts');
  if (!existsSync(file)) return undefined;
  const module = (await import(pathToFileURL(file).href)) as {
    mountPreview(options: { root: string; port: number }): Promise<Preview>;
  };
  const preview = await module.mountPreview({ root, port: cloud.port });
  cloud.setFallback((request, response) => preview.handle(request, response));
  return preview;
}

function stopOnSignals(cloud: Cloud, preview: Preview | undefined): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    Promise.resolve(preview?.close())
      .then(() => cloud.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
