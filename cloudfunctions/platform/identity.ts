import { cloud } from './cloud';

export interface Caller {
  /** Empty for timers and calls over HTTP. */
  openid: string;
  /** How the call came in, "wx_client", "wx_trigger"; a chain when functions call each other. */
  source: string;
}

/** WeChat's own word for who calls; nothing in the event is believed. All-digit values arrive as numbers. */
export const callerNow = (): Caller => {
  const context = cloud.getWXContext();
  return { openid: String(context.OPENID ?? ''), source: String(context.SOURCE ?? '') };
};
