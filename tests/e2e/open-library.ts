import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { collections } from '../../cloudfunctions/collections';
import { seedDemo } from '../../demo/seed';
import { startCloud, type Cloud } from '../../local/cloud/index';
import { mountPreview } from '../../local/preview/index';
import { launchBrowser } from './browser';
import { phonesOf, type PreviewQuery } from './phone';
import { personWith, type Person } from './person';

/** Sunday, ten in the morning: every journey begins at this moment of the demo library. */
export const START = '2026-11-22T02:00:00.000Z';

const root = resolve(__dirname, '..', '..');

/** The whole product as `npm start` opens it, on a free port, with a browser to walk through it. */
export interface OpenLibrary {
  cloud: Cloud;
  url: string;
  /** Somebody with a phone of their own. */
  enter(as: string, query?: Omit<PreviewQuery, 'as'>): Promise<Person>;
  close(): Promise<void>;
}

export const openLibrary = async (): Promise<OpenLibrary> => {
  // First what can be missing on a computer: nothing else has to be closed then.
  const browser: Browser = await launchBrowser();
  const phones = phonesOf(browser);
  const cloud = await startCloud({
    collections,
    functions: join(root, 'dist', 'cloudfunctions'),
    warm: { reader: 2 },
    root,
  });
  await cloud.clock.move({ set: START });
  await seedDemo(cloud.db, cloud.files, new Date(START));
  const preview = await mountPreview({ root, port: cloud.port });
  cloud.setFallback((request, response) => {
    // A page that reloads because somebody saved a file would break a journey: nobody is told of changes.
    if (request.url !== '/preview/changes') return preview.handle(request, response);
    response.writeHead(204).end();
    return Promise.resolve(true);
  });
  return {
    cloud,
    url: cloud.url,
    enter: async (as, query = {}) => personWith(await phones.open(cloud.url, { ...query, as })),
    close: async () => {
      await browser.close();
      await preview.close();
      await cloud.close();
    },
  };
};
