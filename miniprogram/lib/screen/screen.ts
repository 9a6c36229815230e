import { compose } from './compose';
import { look } from './look';
import { once } from './once';
import type { AnyPart, Hooks, Own } from './part';

/**
 * The options of a `Page` made of parts (lib/screen/*) and what is its own:
 * `Page(screen([wide, loads(…)], { … }))`. The hooks of WeChat chain: the parts' in their order, then the
 * page's own, then what parts do with it (loading). A name that two of them use is an error at once. `this`
 * is everything together. Every page follows the look of the phone and does one thing at a time (`once`).
 */
export function screen<const P extends readonly AnyPart[], O extends Own & Record<string, unknown>>(
  parts: P,
  own: O & ThisType<Screen<P, O>>,
): Answered<O, Wanted<P> & Own & Hooks & Sharing> {
  return compose([look, once, ...parts], own) as Answered<O, Wanted<P> & Own & Hooks & Sharing>;
}

/** What `this` is in a page's own methods. */
type Screen<P extends readonly AnyPart[], O> = Base &
  Methods<Common> &
  Methods<P> &
  Omit<O, 'data' | 'undrawn'> & {
    data: Data<Common> & Data<P> & DataOf<O>;
    undrawn: UndrawnOf<O>;
  };

/** Told by the result, as `Page` takes no `undefined`: what its parts want of the page, and of which type. */
type Answered<O, Wants> = O extends Wants & Record<string, unknown>
  ? PageOptions
  : Unanswered<Wants> | undefined;
interface Unanswered<Wants> {
  unanswered: Wants;
}
type PageOptions = Record<string, unknown>;

type Common = readonly [typeof look, typeof once];
type Base = WechatMiniprogram.Page.InstanceProperties & {
  setData(data: Record<string, unknown>, callback?: () => void): void;
  selectComponent(selector: string): WechatMiniprogram.Component.TrivialInstance;
  getTabBar?: WechatMiniprogram.Page.InstanceMethods<object>['getTabBar'];
};
type Sharing = Partial<Pick<WechatMiniprogram.Page.ILifetime, 'onShareAppMessage'>>;

type DataOf<O> = O extends { data: infer D } ? D : unknown;
type UndrawnOf<O> = O extends { undrawn: () => infer U } ? U : Record<never, never>;
type Data<P extends readonly AnyPart[]> = All<{ [I in keyof P]: ReturnType<P[I]['data']> }[number]>;
type Methods<P extends readonly AnyPart[]> = All<{ [I in keyof P]: P[I]['methods'] }[number]>;
type Wanted<P extends readonly AnyPart[]> = All<{ [I in keyof P]: NonNullable<P[I]['wants']> }[number]>;
/** Of a union of objects, all of them at once. */
type All<U> = [U] extends [never]
  ? unknown
  : (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
    ? I
    : never;
