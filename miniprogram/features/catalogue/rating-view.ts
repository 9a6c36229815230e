/** "4.3 分 · 12 人评" of a sum of stars; what few said is a number too, told with how few they were. */
export function ratingLine({ count, sum }: { count: number; sum: number }): string {
  return count === 0 ? '还没有读者评分' : `${average({ count, sum })} 分 · ${count} 人评`;
}

/** To one decimal, "4.0". */
export function average({ count, sum }: { count: number; sum: number }): string {
  return count === 0 ? '' : (Math.round((sum / count) * 10) / 10).toFixed(1);
}
