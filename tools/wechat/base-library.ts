import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLS } from './installed';

/** 基础库最低版本 of docs/deploy.md: what every phone has that opens the mini program. */
export const LOWEST = '3.0.2';

/** Whether a version is no newer than another: 3.0.2 than 3.0.10. */
export const isUpTo = (version: string, other: string): boolean => {
  const [own, limit] = [version, other].map((one) => one.split('.').map(Number));
  const at = [0, 1, 2].find((part) => own?.[part] !== limit?.[part]);
  return at === undefined || (own?.[at] ?? 0) < (limit?.[at] ?? 0);
};

/** The oldest engines that show pages of a base library. */
export interface Engines {
  ios: number;
  chrome: number;
}

/** By WeChat's own table (miniprogram-compat): its newest row that is no newer than the base library. */
export const enginesOf = (
  library: string = LOWEST,
  rows = JSON.parse(
    readFileSync(join(TOOLS, 'node_modules/miniprogram-compat/data/browserslist.json'), 'utf8'),
  ) as Record<string, string[]>,
): Engines => {
  const version = Object.keys(rows)
    .filter((row) => isUpTo(row, library))
    .reduce((newest, row) => (isUpTo(newest, row) ? row : newest), '0.0.0');
  const of = (engine: string): number => {
    const row = rows[version]?.find((one) => one.startsWith(`${engine} `));
    if (row === undefined) throw new Error(`no ${engine} is known for base library ${library}`);
    return Number(row.split(' ')[1]);
  };
  return { ios: of('ios'), chrome: of('chrome') };
};
