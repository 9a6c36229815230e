import type { TreeElement } from '../glass';
import { addressOfFile } from '../own-files';

/** The address the browser loads for a `src` as page code writes it. */
export function addressOf(source: string, node?: TreeElement): string {
  if (!source) return '';
  if (source.startsWith('wxfile://')) return addressOfFile(source);
  if (source.startsWith('cloud://')) return `/client/file?fileID=${encodeURIComponent(source)}`;
  if (/^(data:|blob:|https?:|\/client\/|\/storage\/)/.test(source)) return source;
  const owner = node?.ownerShadowRoot?.getHostNode().is ?? '';
  const folder = owner.split('/').slice(0, -1).join('/');
  const path = source.startsWith('/') ? source.slice(1) : `${folder}/${source}`;
  return `/preview/files/${new URL(path, 'http://local/').pathname.slice(1)}`;
}

/** True for an address that would leave this machine; the preview refuses it out loud. */
export function leavesLoopback(address: string): boolean {
  if (!/^(https?:)?\/\//.test(address)) return false;
  const { hostname } = new URL(address, location.href);
  return hostname !== '127.0.0.1' && hostname !== 'localhost' && hostname !== location.hostname;
}
