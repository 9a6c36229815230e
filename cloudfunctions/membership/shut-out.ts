import type { Instant } from '../../typings/contract/shapes';
import type { StaffDocument } from '../documents';

/** So many times are remembered: a scan without network is a week old at most. */
const REMEMBERED = 10;

type ShutOut = Pick<StaffDocument, 'shutOut'>;

/** Since when somebody is shut out, or null. */
export const shutOutSince = ({ shutOut = [] }: ShutOut): Instant | null => {
  const last = shutOut.at(-1);
  return last && last.until === null ? last.from : null;
};

/** Whether somebody was shut out at a moment: since when, or null. */
export const shutOutAt = ({ shutOut = [] }: ShutOut, at: Instant): Instant | null =>
  shutOut.find(({ from, until }) => from <= at && (until === null || at < until))?.from ?? null;

/** The same person, in or out from now on. Nothing changes for who is so already. */
export const letIn = (staff: StaffDocument, active: boolean, now: Instant): StaffDocument => {
  const { shutOut = [] } = staff;
  const isOut = shutOutSince(staff) !== null;
  if (active === !isOut) return { ...staff, active };
  const times = active
    ? shutOut.map((time) => (time.until === null ? { ...time, until: now } : time))
    : [...shutOut, { from: now, until: null }];
  return { ...staff, active, shutOut: times.slice(-REMEMBERED) };
};
