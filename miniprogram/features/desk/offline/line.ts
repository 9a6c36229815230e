import type { Input } from '../../../lib/call';
import type { Instant, OfflineScan } from '../../../../typings/contract';

/**
 * Scans that wait for the network, in the order of the hand. Each has a number of this device that never
 * comes again, so that the library does it once however often it is sent. Kept one key a scan: writing a scan
 * costs the same with ten waiting as with a thousand, and no key comes near WeChat's 1 MB (platform 9.2).
 */
export interface KeptScan extends OfflineScan {
  /** The call that was made for it and never answered: repeated under its own id while it is fresh. */
  sent?: SentScan;
}

export type SentScan = { requestId: string; at: number } & (
  | { action: 'desk.checkOut'; input: Input<'desk.checkOut'> }
  | { action: 'desk.checkIn'; input: Input<'desk.checkIn'> }
);

export interface Storage {
  get(key: string): unknown;
  /** Throws when there is no room. */
  set(key: string, value: unknown): void;
  remove(key: string): void;
}

export interface NewScan {
  action: OfflineScan['action'];
  barcode: string;
  branchId: string;
  scannedAt: Instant;
  card?: string;
  birthDay?: string;
  returnedOn?: string;
  onSite?: boolean;
  sent?: SentScan;
}

export interface OfflineLine {
  device: string;
  waiting(): KeptScan[];
  head(): KeptScan | undefined;
  /** undefined: the phone has no room left, or too many wait; nothing was kept. */
  add(scan: NewScan): KeptScan | undefined;
  /**
   * Its call is being made now: should the mini program end here, it is repeated under that call's own id.
   */
  note(number: number, sent: SentScan): void;
  /** The library has answered it, or the hand took it back before it was sent. */
  drop(number: number): void;
}

/** A busy day at one desk has some hundreds; this many are under 2 MB of the 10 MB there are. */
export const MOST_WAITING = 3000;

const DEVICE = 'desk-device';
const NEXT = 'desk-offline-next';
const FIRST = 'desk-offline-first';
const key = (number: number) => `desk-offline-${number}`;

export function offlineLine(storage: Storage, newDevice: () => string): OfflineLine {
  const device = deviceOf(storage, newDevice);
  let waiting = keptIn(storage);

  return {
    device,
    waiting: () => waiting,
    head: () => waiting[0],
    add(scan) {
      if (waiting.length >= MOST_WAITING) return undefined;
      const number = numberIn(storage, NEXT, 1);
      const kept: KeptScan = { ...scan, device, number };
      try {
        // The number is used up before the scan is written: cut off in between, it leaves a gap and never a
        // twin.
        storage.set(NEXT, number + 1);
        storage.set(key(number), kept);
      } catch {
        return undefined;
      }
      waiting = [...waiting, kept];
      return kept;
    },
    note(number, sent) {
      waiting = waiting.map((scan) => (scan.number === number ? { ...scan, sent } : scan));
      const scan = waiting.find((each) => each.number === number);
      try {
        if (scan) storage.set(key(number), scan);
      } catch {
        // A phone without room for it: after a restart the scan goes as one that was never sent, and the
        // library compares it with what happened to the copy since.
      }
    },
    drop(number) {
      storage.remove(key(number));
      waiting = waiting.filter((scan) => scan.number !== number);
      try {
        storage.set(FIRST, waiting[0]?.number ?? numberIn(storage, NEXT, 1));
      } catch {
        // Only where looking begins after a restart: a phone without room looks at some empty numbers more.
      }
    },
  };
}

function deviceOf(storage: Storage, newDevice: () => string): string {
  const known = storage.get(DEVICE);
  if (typeof known === 'string' && known) return known;
  const device = newDevice();
  storage.set(DEVICE, device);
  return device;
}

function keptIn(storage: Storage): KeptScan[] {
  const [first, next] = [numberIn(storage, FIRST, 1), numberIn(storage, NEXT, 1)];
  const found: KeptScan[] = [];
  for (let number = first; number < next; number += 1) {
    const scan = storage.get(key(number));
    if (isScan(scan)) found.push(scan);
  }
  return found;
}

function isScan(value: unknown): value is KeptScan {
  return typeof value === 'object' && value !== null && 'barcode' in value && 'number' in value;
}

function numberIn(storage: Storage, name: string, otherwise: number): number {
  const known = storage.get(name);
  return typeof known === 'number' && known >= 1 ? known : otherwise;
}

/** The request id of a kept scan: the same on every attempt, and after a restart. */
export function replayId({ device, number }: Pick<OfflineScan, 'device' | 'number'>): string {
  return `${device}-${number}`;
}
