import { CloudError } from '../cloud-error';
import { fileIdPrefix } from '../environment';
import { limits } from '../limits';

/**
 * The platform's rules for a path in the cloud: not empty, at most 850 bytes, no leading slash, no double
 * slash.
 */
export function refuseBadPath(path: unknown): asserts path is string {
  const refuse = (why: string): never => {
    throw new CloudError('INVALID_PARAM', `[InvalidParameter] invalid cloudPath: ${why}`);
  };
  if (typeof path !== 'string' || path === '') return refuse('it is empty');
  if (Buffer.byteLength(path) > limits.cloudPathBytes) refuse(`longer than ${limits.cloudPathBytes} bytes`);
  if (path.startsWith('/')) refuse('it begins with /');
  if (path.includes('//')) refuse('it has //');
  if ([...path].some((character) => character < ' ')) refuse('it has control characters');
  if (path.split('/').some((part) => part === '.' || part === '..')) refuse('it has . or .. as a part');
}

export const fileIdOf = (path: string): string => fileIdPrefix + path;

/** The path behind a file id of this environment; undefined for any other text. */
export function pathOf(fileId: unknown): string | undefined {
  if (typeof fileId !== 'string') return undefined;
  const match = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId);
  return match?.[1] && fileId.startsWith(fileIdPrefix) ? match[1] : undefined;
}
