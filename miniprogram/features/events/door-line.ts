import type { Instant } from '../../../typings/contract';
import { act, type Outcome, type Output } from '../../lib/call';

/** Somebody at the door while there was no network. Stays on the phone until the library has answered it. */
export interface DoorScan {
  /** The call that was made for it, repeated under its own id: done twice it is done once. */
  requestId: string;
  eventId: string;
  at: Instant;
  scanned?: string;
  readerId?: string;
  /** What the staff read meanwhile: a name, or the card as it was scanned. */
  name: string;
  /** Why the library said no; absent: it was not asked yet. */
  why?: string;
}

const KEY = 'event-door';
/** A hall at one door; each is some hundred bytes of the megabyte that a key holds. */
const MOST = 1000;

const isList = (known: unknown): known is DoorScan[] => Array.isArray(known);

export function kept(): DoorScan[] {
  const known: unknown = wx.getStorageSync(KEY);
  return isList(known) ? known : [];
}

const keep = (scans: DoorScan[]): void => wx.setStorageSync(KEY, scans);

/** False: the phone has no room for it. */
export function keepScan(scan: DoorScan): boolean {
  const scans = kept();
  if (scans.length >= MOST) return false;
  try {
    keep([...scans, scan]);
  } catch {
    return false;
  }
  return true;
}

/** The library has answered it, or the staff have read why not. */
export const dropScan = (requestId: string): void =>
  keep(kept().filter((scan) => scan.requestId !== requestId));

type Said = Outcome<Output<'eventDesk.checkIn'>>;

const sent = ({ requestId, eventId, at, scanned, readerId }: DoorScan): Promise<Said> =>
  act(
    'eventDesk.checkIn',
    { eventId, at, ...(scanned !== undefined && { scanned }), ...(readerId !== undefined && { readerId }) },
    requestId,
  );

/**
 * Sends what waits for one event in the order of the hand. What the library refuses stays, with its reason;
 * nothing is dropped without an answer. True: something was sent.
 */
export async function workOff(
  eventId: string,
  reason: (outcome: Exclude<Said, { kind: 'value' }>) => string,
): Promise<boolean> {
  let any = false;
  for (const scan of kept().filter((each) => each.eventId === eventId && each.why === undefined)) {
    const outcome = await sent(scan);
    if (outcome.kind === 'offline' || outcome.kind === 'failed') return any;
    any = true;
    if (outcome.kind === 'value') dropScan(scan.requestId);
    else
      keep(
        kept().map((each) => (each.requestId === scan.requestId ? { ...each, why: reason(outcome) } : each)),
      );
  }
  return any;
}
