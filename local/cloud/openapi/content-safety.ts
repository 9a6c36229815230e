import { randomUUID } from 'node:crypto';
import type { Parts } from '../parts';
import { judged } from './judged';
import { judgeLater } from './media-verdict';
import { WeChatError } from './wechat-error';

const LONGEST_CONTENT = 2500;

/** security.msgSecCheck, version 2: a text, who wrote it and where. */
export function msgSecCheck(parts: Parts, fields: Record<string, unknown>): object {
  const { content, version, scene, openid } = fields;
  if (typeof content !== 'string' || content === '') throw new WeChatError(44002, 'content is empty');
  if (Number(version) !== 2) throw new WeChatError(40097, 'invalid version, 2 is needed');
  if (![1, 2, 3, 4].includes(Number(scene))) throw new WeChatError(40097, 'invalid scene');
  if ([...content].length > LONGEST_CONTENT)
    throw new WeChatError(40129, `content size out of ${LONGEST_CONTENT}`);
  refuseUnlessActive(parts, openid);
  return verdict([content, fields['title'], fields['nickname'], fields['signature']].join('\n'));
}

function verdict(text: string): object {
  const { suggest, label } = judged(text);
  return {
    trace_id: randomUUID(),
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
  };
}

/** The writer must have used the mini program within two hours. */
function refuseUnlessActive({ activity }: Parts, openid: unknown): asserts openid is string {
  if (typeof openid !== 'string' || openid === '') throw new WeChatError(40003, 'invalid openid');
  if (!activity.lately(openid))
    throw new WeChatError(61010, 'code is expired: the user was not active in 2 hours');
}

const MEDIA_TYPES: Record<number, string> = { 1: 'audio', 2: 'image' };

/** security.mediaCheckAsync, version 2: takes the order; the verdict comes later as an event. */
export function mediaCheckAsync(parts: Parts, fields: Record<string, unknown>): object {
  const { media_url: url, media_type: type, version, scene, openid } = fields;
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) throw new WeChatError(40165, 'invalid media url');
  if (!MEDIA_TYPES[Number(type)]) throw new WeChatError(40097, 'invalid media_type');
  if (Number(version) !== 2) throw new WeChatError(40097, 'invalid version, 2 is needed');
  if (![1, 2, 3, 4].includes(Number(scene))) throw new WeChatError(40097, 'invalid scene');
  refuseUnlessActive(parts, openid);
  const traceId = randomUUID();
  parts.log.write('message', {
    openid,
    title: 'security.mediaCheckAsync',
    traceId,
    media: url,
    type: MEDIA_TYPES[Number(type)],
  });
  judgeLater(parts, { traceId, url, openid });
  return { trace_id: traceId };
}
