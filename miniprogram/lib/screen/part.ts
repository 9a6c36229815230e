/** What WeChat calls on a page by itself. Every part of a page may have each; all of them run. */
export interface Hooks {
  onLoad?(query: Query): void | Promise<void>;
  onShow?(): void | Promise<void>;
  onReady?(): void;
  onHide?(): void;
  onUnload?(): void;
  onResize?(): void;
  onPullDownRefresh?(): void | Promise<void>;
  onReachBottom?(): void;
}

export type HookName = keyof Hooks;

/** What a page was opened with, as WeChat gives it: still encoded. */
export type Query = Record<string, string | undefined>;

/** What a part sees of the page that it belongs to. */
export interface Drawn {
  data: object;
  setData(data: Record<string, unknown>): void;
}

/**
 * A piece of a page: what it draws, what it can do, what it does when WeChat calls. `wants` tells the
 * compiler what the page itself has to answer; nothing of it is there at run time.
 */
export interface Part<Data extends object, Methods extends object, Wants extends object = object> {
  /** How a clash of names is reported. */
  name: string;
  /** Made anew for every page that is registered. */
  data: () => Data;
  methods: Methods;
  /** What it keeps beside the data, anew for every page that is opened. */
  undrawn?: () => object;
  hooks?: Hooks;
  /** Run behind the page's own, with what the page has made ready there. */
  afterwards?: Pick<Hooks, 'onLoad' | 'onShow'>;
  wants?: Wants;
}

export type AnyPart = Part<object, object>;

/** The page's own side: what it draws and does that no part does. Its methods are whatever it names. */
export interface Own {
  data?: object;
  /** What is kept with the page and never drawn, made anew for every page that is opened. */
  undrawn?: () => object;
  [method: string]: unknown;
}
