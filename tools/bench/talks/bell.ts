/** A bell as a phone hears it: pushed by the local cloud, until it says that it pushes no longer. */

export interface Bell {
  /** Until it is rung, or so many ms have passed. What was rung before was heard. */
  wait(ms: number): Promise<void>;
  isDeaf(): boolean;
  close(): void;
}

const addressOf = (url: string, openid: string): string => {
  const where = encodeURIComponent(JSON.stringify({ owner: '{openid}' }));
  return `${url}/client/watch?openid=${openid}&collection=bells&where=${where}`;
};

/** Hears the bell of one person. Over the limit of connections it is deaf, as on a phone. */
export const hearBell = (url: string, openid: string): Bell => {
  const stopped = new AbortController();
  let deaf = false;
  let rung = false;
  let wake: () => void = () => undefined;
  const ring = (): void => {
    rung = true;
    wake();
  };
  const listen = async (): Promise<void> => {
    const response = await fetch(addressOf(url, openid), { signal: stopped.signal });
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const text = decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.includes('event: dead')) deaf = true;
      if (text.includes('event: snapshot')) ring();
    }
    deaf = true;
  };
  listen().catch(() => {
    deaf = true;
  });
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          wake = () => undefined;
          rung = false;
          resolve();
        };
        const timer = setTimeout(end, ms);
        wake = end;
        if (rung) end();
      }),
    isDeaf: () => deaf,
    close: () => stopped.abort(),
  };
};
