import type { Reader } from '../../../typings/contract';
import { classes } from '../../lib/classes';

export interface InterestRow {
  clc: string;
  name: string;
  on: boolean;
}

export function preferencesView(reader: Pick<Reader, 'interests' | 'keepsHistory'> | null) {
  const interests: InterestRow[] = reader
    ? classes.map(({ clc, name }) => ({ clc, name, on: reader.interests.includes(clc) }))
    : [];
  return { keepsHistory: reader?.keepsHistory ?? false, interests };
}
