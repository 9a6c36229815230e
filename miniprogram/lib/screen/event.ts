/**
 * What the element that was tapped carries as `data-*`. Numbers of the WXML arrive as numbers: `Number()`
 * takes both.
 */
export function dataOf(event: WechatMiniprogram.BaseEvent): Record<string, string | undefined> {
  return event.currentTarget.dataset;
}

/** What a component says: `Said<{ titleId: string }>`. */
export type Said<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;
