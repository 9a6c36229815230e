import type { DriftAct } from '../../typings/contract/drifting';
import type { DriftState } from '../../typings/contract/work-states';
import type { Refusal } from '../../typings/contract/refusals';
import type { DriftBookDocument, ItemDocument } from '../documents';

interface Way {
  readonly act: DriftAct;
  readonly by: 'staff' | 'reader' | 'holder';
  readonly from: readonly DriftState[];
  readonly to: DriftState;
}

/** Everything that can happen to a wandering book; what does not stand here is impossible. */
export const DRIFT_LIFE = [
  { act: 'release', by: 'staff', from: ['home'], to: 'out' },
  // From hand to hand too; and whoever finds a lost one has it.
  { act: 'take', by: 'reader', from: ['out', 'held', 'lost'], to: 'held' },
  { act: 'leave', by: 'holder', from: ['held'], to: 'out' },
  { act: 'lose', by: 'holder', from: ['held'], to: 'lost' },
  { act: 'lose', by: 'staff', from: ['out', 'held'], to: 'lost' },
  { act: 'come_home', by: 'staff', from: ['out', 'held', 'lost'], to: 'home' },
  { act: 'end', by: 'staff', from: ['home', 'lost'], to: 'ended' },
] as const satisfies readonly Way[];

type Side = Way['by'];
const LIFE: readonly Way[] = DRIFT_LIFE;

export const stateAfterDrift = (act: DriftAct, by: Side, state: DriftState): DriftState | undefined =>
  LIFE.find((way) => way.act === act && way.by === by && way.from.includes(state))?.to;

/** What one side can do with it now; a page shows these and no others. */
export const driftActs = ({ state }: Pick<DriftBookDocument, 'state'>, by: Side): DriftAct[] => [
  ...new Set(LIFE.filter((way) => way.by === by && way.from.includes(state)).map(({ act }) => act)),
];

/** Books that one reader has at a time: they are to wander. */
export const MOST_HELD = 3;

interface Taking {
  book: Pick<DriftBookDocument, 'state' | 'holderId' | 'version'>;
  readerId: string;
  /** The version that was looked at. */
  seen: number;
  /** Books that are with this reader. */
  held: number;
}

/** Why a reader cannot take it; the look at it and the act ask here. */
export const refusalsToTake = ({ book, readerId, seen, held }: Taking): Refusal[] => {
  if (book.state === 'held' && book.holderId === readerId) return [{ code: 'drift_with_you' }];
  if (book.version !== seen) return [{ code: 'drift_moved_on' }];
  if (!stateAfterDrift('take', 'reader', book.state)) return [{ code: 'drift_is', state: book.state }];
  return held >= MOST_HELD ? [{ code: 'drift_limit_reached', current: held, limit: MOST_HELD }] : [];
};

/** A copy is set free when nobody has it and nobody waits for it. */
export const refusalsToSetFree = ({
  status,
  loan,
  hold,
}: Pick<ItemDocument, 'status' | 'loan' | 'hold'>): Refusal[] =>
  (status === 'available' || status === 'withdrawn') && !loan && !hold
    ? []
    : [{ code: 'drift_copy_in_use', status }];

/** Characters that are not taken for one another when they are copied by hand. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** A code for a book, from so many random bytes. */
export const CODE_BYTES = 16;
export const driftCode = (bytes: Uint8Array): string => {
  // Bytes beyond the last whole row would make some letters likelier than others.
  const fair = [...bytes].filter((byte) => byte < LETTERS.length * Math.floor(256 / LETTERS.length));
  const letters = fair.slice(0, LENGTH).map((byte) => LETTERS[byte % LETTERS.length] ?? '');
  return letters.join('').padEnd(LENGTH, '2');
};

/** What was scanned or typed, as codes are written. */
export const cleanDriftCode = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/^SXD:/, '');
