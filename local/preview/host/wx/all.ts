import { BUILTIN_TAGS } from '../../builtin-tags';
import { complain } from '../complaints';
import type { Description } from '../description';
import type { Navigation } from '../pages/navigation';
import type { TabBar } from '../phone/tab-bar';
import { appApi, type Launch } from './app';
import { changesApi } from './changes';
import { cloudApi } from './cloud';
import { deviceApi } from './device';
import { dialogsApi } from './dialogs';
import { filesApi } from './files';
import { mediaApi } from './media';
import { navigationApi } from './navigation';
import { pageApi } from './page';
import { permissionsApi } from './permissions';
import { queryApi } from './queries';
import { recorderApi } from './recorder';
import { shareApi } from './share';
import { storageApi } from './storage';
import { systemInfoApi } from './system-info';
import { tabBarApi } from './tab-bar';

/** Names that code probes without calling: their absence is an answer, not a mistake. */
const PROBED = new Set(['then', 'toJSON', 'constructor', 'prototype', '$$typeof']);

/** The `wx` of page code; asking it for something the preview lacks is told loudly. */
export function makeWx(
  description: Description,
  navigation: Navigation,
  tabs: TabBar | null,
  launch: Launch,
): object {
  const darkmode = description.app.darkmode === true;
  const known: Record<string, unknown> = {
    ...appApi(launch),
    ...changesApi(darkmode),
    ...systemInfoApi(darkmode),
    ...deviceApi(),
    ...permissionsApi(),
    ...storageApi(),
    ...navigationApi(navigation),
    ...pageApi(),
    ...tabBarApi(tabs),
    ...shareApi(),
    ...dialogsApi(),
    ...filesApi(),
    ...mediaApi(),
    ...recorderApi(),
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
