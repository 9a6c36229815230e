import { BUILTIN_TAGS } from '../../builtin-tags';
import { complain } from '../complaints';
import type { Description } from '../description';
import type { Navigation } from '../pages';
import type { TabBar } from '../phone';
import { cloudApi } from './cloud';
import { interfaceApi } from './interface';
import { mediaApi } from './media';
import { queryApi } from './queries';
import { storageApi } from './storage';
import { systemApi } from './system';

/** Names that code probes without calling: their absence is an answer, not a mistake. */
const PROBED = new Set(['then', 'toJSON', 'constructor', 'prototype', '$$typeof']);

/** The `wx` of page code; asking it for something the preview lacks is told loudly. */
export function makeWx(
  description: Description,
  navigation: Navigation,
  tabs: TabBar | null,
  launch: { path: string; query: Record<string, string> },
): object {
  const known: Record<string, unknown> = {
    ...systemApi(launch, description.app.darkmode === true),
    ...storageApi(),
    ...interfaceApi(navigation, tabs),
    ...mediaApi(),
    ...queryApi(),
    cloud: loud(cloudApi(), 'wx.cloud'),
  };
  const tags: readonly string[] = BUILTIN_TAGS;
  known.canIUse = (schema: string) => {
    const first = schema.split('.')[0] ?? '';
    return first in known || tags.includes(first);
  };
  return loud(known, 'wx');
}

function loud(known: Record<string, unknown>, name: string): object {
  return new Proxy(known, {
    get(target, key) {
      if (typeof key !== 'string' || key in target || PROBED.has(key)) return target[key as string];
      complain(`${name}.${key} is not supported by the preview`, new Error('asked here').stack ?? '');
      return undefined;
    },
  });
}
