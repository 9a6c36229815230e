/** When each person last used the mini program: content safety takes texts of present people only. */
export interface Activity {
  note(openid: string): void;
  lately(openid: string): boolean;
}

const TWO_HOURS = 2 * 3600_000;

export function openActivity(now: () => number): Activity {
  const last = new Map<string, number>();
  return {
    note: (openid) => {
      last.set(openid, now());
    },
    lately: (openid) => now() - (last.get(openid) ?? -Infinity) <= TWO_HOURS,
  };
}
