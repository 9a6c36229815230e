import { environment } from '../environment';
import type { Parts } from '../parts';
import { WeChatError } from './wechat-error';

/**
 * phonenumber.getPhoneNumber: turns the one-time code of a `getPhoneNumber` button into the number. The
 * preview's button gives codes of the form `local-<11 digits>-<anything>`; a code is good once.
 */
export function getPhoneNumber(parts: Parts, fields: Record<string, unknown>): object {
  const { code } = fields;
  const match = /^local-(1\d{10})-[\w-]+$/.exec(typeof code === 'string' ? code : '');
  const number = match?.[1];
  if (number === undefined) throw new WeChatError(40029, 'invalid code');
  const fact = `phone-code/${String(code)}`;
  if (parts.database.store.facts.get(fact) !== undefined) throw new WeChatError(40163, 'code been used');
  parts.database.store.facts.putSync(fact, 'used');
  return {
    phone_info: {
      phoneNumber: `+86${number}`,
      purePhoneNumber: number,
      countryCode: '86',
      watermark: { timestamp: Math.floor(parts.clock.now() / 1000), appid: environment.appId },
    },
  };
}
