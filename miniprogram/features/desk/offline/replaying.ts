import type { OfflineScan, Refusal } from '../../../../typings/contract';
import type { Input, Outcome, Output } from '../../../lib/call';
import { replayId, type KeptScan, type OfflineLine, type SentScan } from './line';

/** What became of a kept scan. */
export type Settled =
  | { kind: 'replayed'; value: Output<'desk.replay'> }
  /** The call of old had an answer after all. */
  | { kind: 'checkedOut'; outcome: Outcome<Output<'desk.checkOut'>> }
  | { kind: 'checkedIn'; outcome: Outcome<Output<'desk.checkIn'>> };

export type Stopped =
  | { kind: 'empty' }
  | { kind: 'offline' }
  | { kind: 'failed'; requestId: string }
  | { kind: 'refused'; refusals: Refusal[] }
  /** The library cannot read this scan: it stays on the phone and is shown, nothing behind it is sent. */
  | { kind: 'invalid'; scan: KeptScan; message: string };

export interface Sending {
  replay(input: Input<'desk.replay'>, requestId: string): Promise<Outcome<Output<'desk.replay'>>>;
  checkOut(input: Input<'desk.checkOut'>, requestId: string): Promise<Outcome<Output<'desk.checkOut'>>>;
  checkIn(input: Input<'desk.checkIn'>, requestId: string): Promise<Outcome<Output<'desk.checkIn'>>>;
  now(): number;
}

/**
 * A call without an answer may have been carried out. So long it is repeated as it was, under its own id;
 * later the scan goes the way of all kept ones: the library compares its time with what happened to the copy
 * since.
 */
export const REPEAT_FOR_MS = 10 * 60_000;

/**
 * Sends what waits, one after the other in the order of the hand, and takes a scan out of the line only when
 * the library has answered it. Stops at the first that is not answered.
 */
export async function workOff(
  line: OfflineLine,
  send: Sending,
  settled: (scan: KeptScan, what: Settled) => void,
): Promise<Stopped> {
  for (let scan = line.head(); scan; scan = line.head()) {
    const step = await one(scan, send);
    if ('stopped' in step) return step.stopped;
    line.drop(scan.number);
    settled(scan, step.settled);
  }
  return { kind: 'empty' };
}

type Step = { stopped: Stopped } | { settled: Settled };

async function one(scan: KeptScan, send: Sending): Promise<Step> {
  if (scan.sent && send.now() - scan.sent.at < REPEAT_FOR_MS) return repeat(scan, scan.sent, send);
  const outcome = await send.replay(asKept(scan), replayId(scan));
  if (outcome.kind === 'value') return { settled: { kind: 'replayed', value: outcome.value } };
  return { stopped: stoppedBy(outcome, scan) };
}

/**
 * Any answer settles it, a refusal too: the hand saw the scan as one of many, and the line shows what became
 * of it.
 */
async function repeat(scan: KeptScan, sent: SentScan, send: Sending): Promise<Step> {
  const settled: Settled =
    sent.action === 'desk.checkOut'
      ? { kind: 'checkedOut', outcome: await send.checkOut(sent.input, sent.requestId) }
      : { kind: 'checkedIn', outcome: await send.checkIn(sent.input, sent.requestId) };
  const { outcome } = settled;
  return outcome.kind === 'value' || outcome.kind === 'refused'
    ? { settled }
    : { stopped: stoppedBy(outcome, scan) };
}

function stoppedBy(outcome: Exclude<Outcome<unknown>, { kind: 'value' }>, scan: KeptScan): Stopped {
  if (outcome.kind !== 'invalid') return outcome;
  return { kind: 'invalid', scan, message: outcome.fields.map(({ message }) => message).join('；') };
}

/** What the library gets: the scan without what the phone keeps beside it. */
function asKept({ sent: _asked, ...scan }: KeptScan): OfflineScan {
  return scan;
}
