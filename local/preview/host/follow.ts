/**
 * Follows a stream of the server while this tab is looked at. A browser opens six connections to one server
 * in all its tabs together: hidden tabs must not hold them.
 */
export function followWhileVisible(path: string, hear: (data: string) => void): void {
  let stream: EventSource | null = null;
  const settle = (): void => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream) {
      stream = new EventSource(path);
      stream.addEventListener('message', (event: MessageEvent<string>) => hear(event.data));
    }
  };
  document.addEventListener('visibilitychange', settle);
  addEventListener('pagehide', () => stream?.close());
  settle();
}
