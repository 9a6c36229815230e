import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bench/demo-library';
import { accountShots } from './account-shots';
import { answersShots } from './answers-shots';
import { deliveriesShots } from './deliveries-shots';
import { worksShots } from './works-shots';
import { deskShots } from './desk-shots';
import { eventsShots } from './events-shots';
import { gamesShots } from './games-shots';
import { insightShots } from './insight-shots';
import { listsShots } from './lists-shots';
import { mediaShots } from './media-shots';
import { profilesShots } from './profiles-shots';
import { rulesShots } from './rules-shots';
import { searchShots } from './search-shots';
import { readerShots, type Shot } from './shots';
import { notPictured, staffShots } from './staff-shots';
import { talksShots } from './talks-shots';
import { titleShots } from './title-shots';

/** Every picture, in the order in which they are taken: those that write come behind. */
export const shots: readonly Shot[] = [
  ...searchShots,
  ...readerShots,
  ...accountShots,
  ...deskShots,
  ...staffShots,
  ...rulesShots,
  ...listsShots,
  ...titleShots,
  ...talksShots,
  ...profilesShots,
  ...insightShots,
  ...eventsShots,
  ...gamesShots,
  ...mediaShots,
  ...deliveriesShots,
  ...worksShots,
  ...answersShots,
];

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
}

/** Pages of app.json that no picture shows. */
export function pagesWithoutShot(): string[] {
  const app = JSON.parse(readFileSync(join(root, 'miniprogram', 'app.json'), 'utf8')) as AppJson;
  const inPackages = (app.subPackages ?? []).flatMap((one) => one.pages.map((page) => `${one.root}/${page}`));
  const shown = new Set(shots.map(({ shows }) => shows));
  return [...app.pages, ...inPackages].filter((page) => !shown.has(page) && !(page in notPictured));
}
