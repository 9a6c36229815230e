import type { WaitingTime } from '../../typings/contract';

/** "约 9–21 天，按本馆近 14 次预约估算": never one number, and never without what it was computed from. */
export function waitingText({ from, to, sample }: WaitingTime): string {
  const range = from === to ? `约 ${from} 天` : `约 ${from}–${to} 天`;
  return `${to === 0 ? '当天就可能到' : range}，按本馆近 ${sample} 次预约估算`;
}
