import type { CheckMedia } from '../kernel/media-check';
import { cloud } from './cloud';
import { logFailure } from './log';

/** Version 2 of security.mediaCheckAsync; scene 2: comments; type 1: a sound, 2: a picture. */
const VERSION = 2;
const COMMENT = 2;
const TYPES = { voice: 1, picture: 2 } as const;

interface Taken {
  traceId?: string;
}

/** Asks WeChat to look; what it will not take now is asked for again by a job. */
export const checkMedia: CheckMedia = async ({ openid, url, kind }) => {
  try {
    const taken = (await cloud.openapi.security.mediaCheckAsync({
      openid,
      mediaUrl: url,
      mediaType: TYPES[kind],
      version: VERSION,
      scene: COMMENT,
    })) as Taken;
    return taken.traceId ?? null;
  } catch (error) {
    logFailure('security.mediaCheckAsync', error);
    return null;
  }
};
