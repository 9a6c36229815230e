import type { MyList } from '../../../typings/contract';

/** A list of one's own to tick. */
export interface PickRow {
  listId: string;
  name: string;
  note: string;
  has: boolean;
}

export function pickRow({ listId, name, titles, has, shown }: MyList): PickRow {
  return { listId, name, note: noteOf(titles, shown === 'public'), has };
}

/** The row after the title went on or off, before the lists are asked for again. */
export function ticked(row: PickRow, has: boolean, titles: number): PickRow {
  return { ...row, has, note: noteOf(titles, row.note.endsWith(PUBLIC)) };
}

const PUBLIC = ' · 已公开';

function noteOf(titles: number, isPublic: boolean): string {
  return `${titles} 本${isPublic ? PUBLIC : ''}`;
}
