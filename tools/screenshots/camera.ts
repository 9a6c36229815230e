import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openPreview, type Phone } from '../../tests/e2e/phone';
import type { Shot } from './shots';
import { breakTheCloud, openStage } from './stage';

export type Mode = 'light' | 'dark' | 'elder';
export const modes: readonly Mode[] = ['light', 'dark', 'elder'];

const PHONE = { width: 390, height: 844 };
/** Asks nothing of the cloud when it opens: there the network is prepared before the page of the picture. */
const QUIET_PAGE = 'pages/search/index';
const DESK = { width: 1024, height: 768 };

export interface Picture {
  shot: Shot;
  file: string;
  wide: boolean;
  /** Things that went wrong while it was taken: console errors and the preview's own complaints. */
  trouble: string[];
}

interface Camera {
  browser: Browser;
  url: string;
  folder: string;
  mode: Mode;
}

/**
 * Takes one picture of the phone, edge to edge, and throws when the page that it should show is not the one
 * on top.
 */
export const takePicture = (camera: Camera, shot: Shot, wide = false): Promise<Picture> =>
  atShot(camera, shot, wide, async (phone) => {
    mkdirSync(camera.folder, { recursive: true });
    const file = join(camera.folder, `${shot.name}${wide ? '-wide' : ''}.png`);
    await phone.page.screenshot({ path: file });
    const complaints = (await phone.page.evaluate('window.__preview.errors')) as string[];
    return { shot, file, wide, trouble: [...phone.trouble, ...complaints] };
  });

/** Brings a phone to where a picture is taken, and looks. */
export async function atShot<Seen>(
  { browser, url, mode }: Omit<Camera, 'folder'>,
  shot: Shot,
  wide: boolean,
  look: (phone: Phone) => Promise<Seen>,
): Promise<Seen> {
  const context = await browser.newContext({
    viewport: wide ? DESK : PHONE,
    deviceScaleFactor: wide ? 1 : 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  try {
    const first = shot.starts ?? shot.shows;
    const prepared = shot.broken === true || shot.loading === true;
    const phone = await openPreview(browser, url, {
      context,
      as: shot.as,
      page: prepared ? QUIET_PAGE : first,
      dark: mode === 'dark',
      elder: mode === 'elder',
      ...(shot.network && !prepared ? { network: shot.network } : {}),
    });
    const stage = openStage(phone.page, shot.loading);
    await stage.settle();
    if (prepared) {
      if (shot.broken) await breakTheCloud(phone.page);
      if (shot.network) await stage.network(shot.network);
      await stage.go(`/${first}`);
    }
    await shot.act?.(stage);
    const route = await stage.route();
    if (route !== shot.shows) throw new Error(`it shows ${route}, not ${shot.shows}`);
    return await look(phone);
  } finally {
    await context.close();
  }
}
