import type { Invocation } from '../functions/invocations';
import type { Parts } from '../parts';
import { mediaCheckAsync, msgSecCheck } from './content-safety';
import { getPhoneNumber } from './phone-number';
import { sendSubscribeMessage } from './subscribe-message';

/**
 * A local stand-in for one of WeChat's services, by its real rules. Fields have WeChat's own snake-case
 * names.
 */
type Service = (
  parts: Parts,
  fields: Record<string, unknown>,
  invocation: Invocation | undefined,
) => Promise<object> | object;

export const services: Record<string, Service> = {
  'subscribeMessage.send': sendSubscribeMessage,
  'security.msgSecCheck': msgSecCheck,
  'security.mediaCheckAsync': mediaCheckAsync,
  'phonenumber.getPhoneNumber': getPhoneNumber,
};
