type Listener = (...parts: unknown[]) => void;

/** The channel between a page and the one it opened. */
export interface EventChannel {
  emit(name: string, ...parts: unknown[]): void;
  on(name: string, listener: Listener): void;
  once(name: string, listener: Listener): void;
  off(name: string, listener?: Listener): void;
}

export function openChannel(): EventChannel {
  const listeners = new Map<string, Set<Listener>>();
  const channel: EventChannel = {
    emit(name, ...parts) {
      for (const listener of [...(listeners.get(name) ?? [])]) listener(...parts);
    },
    on(name, listener) {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    },
    once(name, listener) {
      const heard: Listener = (...parts) => {
        channel.off(name, heard);
        listener(...parts);
      };
      channel.on(name, heard);
    },
    off(name, listener) {
      if (listener) listeners.get(name)?.delete(listener);
      else listeners.delete(name);
    },
  };
  return channel;
}
