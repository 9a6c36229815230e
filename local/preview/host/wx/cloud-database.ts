import { onChange, settings } from '../settings';

/**
 * `wx.cloud.database()`, as far as a mini program here reads it from the client: watching. The local cloud
 * holds the collection's access rule and the platform's limits.
 */

interface WatchOptions {
  onChange(snapshot: unknown): void;
  onError(error: unknown): void;
}

const LOST = { errCode: -402005, errMsg: 'watch: the connection is lost' };

function watch(collection: string, where: object, { onChange: changed, onError }: WatchOptions) {
  const query = new URLSearchParams({
    openid: settings.identity.openid,
    collection,
    where: JSON.stringify(where),
  });
  let stream: EventSource | undefined;
  const die = (error: unknown): void => {
    if (!stream) return;
    close();
    onError(error);
  };
  const close = (): void => {
    stream?.close();
    stream = undefined;
  };
  stream = new EventSource(`/client/watch?${query.toString()}`);
  stream.addEventListener('snapshot', (event: MessageEvent<string>) => changed(JSON.parse(event.data)));
  stream.addEventListener('dead', (event: MessageEvent<string>) => die(JSON.parse(event.data)));
  stream.addEventListener('error', () => die(LOST));
  const lose = (): void => {
    if (settings.network === 'offline') die(LOST);
  };
  onChange(lose);
  lose();
  return {
    close: async () => {
      close();
    },
  };
}

export const database = () => ({
  collection: (name: string) => ({
    where: (condition: object) => ({ watch: (options: WatchOptions) => watch(name, condition, options) }),
  }),
});
