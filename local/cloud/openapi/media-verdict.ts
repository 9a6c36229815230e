import { readFileSync } from 'node:fs';
import { environment } from '../environment';
import type { Parts } from '../parts';
import { judged } from './judged';

/** WeChat takes up to half an hour; most verdicts come in seconds. */
const TAKES_MS = 300;
const MOST_BYTES = 10 * 1024 * 1024;
/** A file with this in it is never answered, so that what follows from silence can be tried. */
const UNANSWERED = '不答测试';
/** To which function the console's 消息推送 sends the event. */
const PUSHED_TO = 'pushes';
/** What it says of an address from which nothing came. */
const NOT_FETCHED = -1008;

interface Order {
  traceId: string;
  url: string;
  openid: string;
}

/** The verdict comes by and by, as an event that is pushed to a function. */
export function judgeLater(parts: Parts, order: Order): void {
  const timer = setTimeout(() => {
    parts.pushes.delete(timer);
    const event = eventOf(parts, order);
    if (event) void push(parts, event);
  }, TAKES_MS);
  timer.unref();
  parts.pushes.add(timer);
}

async function push(parts: Parts, event: object): Promise<void> {
  if (!parts.functions.find(PUSHED_TO)) return;
  const offsetMs = parts.clock.offsetMs();
  await parts.functions.call({ name: PUSHED_TO, event, source: 'wx_unknown', offsetMs });
}

/** Nothing where the stand-in is told not to answer. */
function eventOf(parts: Parts, { traceId, url, openid }: Order): object | undefined {
  const bytes = fetched(parts, url);
  const text = bytes?.toString('utf8') ?? '';
  if (text.includes(UNANSWERED)) return undefined;
  const isRead = bytes !== undefined && bytes.length <= MOST_BYTES;
  const { suggest, label } = judged(text);
  const detail = { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 };
  return {
    ToUserName: 'gh_local',
    FromUserName: openid,
    CreateTime: Math.floor(parts.clock.now() / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: environment.appId,
    trace_id: traceId,
    version: 2,
    ...(isRead
      ? { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail: [detail] }
      : { errcode: NOT_FETCHED, errmsg: 'failed to fetch media', detail: [] }),
  };
}

/** What WeChat would fetch from the address: it has to be good still. */
function fetched({ files }: Parts, address: string): Buffer | undefined {
  const url = new URL(address);
  const until = url.searchParams.get('until');
  const file = files.findByAddress(url.pathname.slice('/storage/file/'.length).replace(/\..*$/, ''));
  if (!file || (until !== null && Number(until) < Date.now())) return undefined;
  return readFileSync(files.locate(file));
}
