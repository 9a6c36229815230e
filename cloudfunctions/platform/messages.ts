import { cloud } from './cloud';

interface SubscriptionMessage {
  openid: string;
  templateId: string;
  page: string;
  /** Values by the template's field names, within their length rules. */
  fields: Record<string, string>;
  /** A build that is not released yet: whoever allowed the message in it gets there again. */
  opens?: 'developer' | 'trial';
}

type Sent = { sent: true } | { sent: false; permanent: boolean; code: number; message: string };

interface SdkError {
  errCode?: number;
  errMsg?: string;
}

/**
 * 40003 unknown openid, 40037 unknown template, 41030 no such page, 43101 not subscribed, 43107 banned, 45168
 * a word that WeChat does not let through, 47003 wrong field: trying again cannot help. 43108, two at once to
 * one reader, is tried again.
 */
const PERMANENT = new Set([40003, 40037, 41030, 43101, 43107, 45168, 47003]);

/** Sends one subscription message. Expected refusals of WeChat are values. */
export const sendSubscriptionMessage = async ({
  openid,
  templateId,
  page,
  fields,
  opens,
}: SubscriptionMessage): Promise<Sent> => {
  const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
  try {
    await cloud.openapi.subscribeMessage.send({
      ...{ touser: openid, templateId, page, data },
      ...(opens && { miniprogramState: opens }),
    });
    return { sent: true };
  } catch (error) {
    const { errCode = -1, errMsg = String(error) } = error as SdkError;
    return { sent: false, permanent: PERMANENT.has(errCode), code: errCode, message: errMsg };
  }
};
