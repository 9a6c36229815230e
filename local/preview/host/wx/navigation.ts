import type { MoveKind } from '../../navigation/stack';
import type { Navigation } from '../pages/navigation';
import { promised, type Options } from './promised';

/** Moves between pages. */
export function navigationApi(navigation: Navigation): Record<string, unknown> {
  const move = (kind: MoveKind) => (options: Options) => {
    const channel = navigation.go(kind, String(options.url ?? ''), Number(options.delta ?? 1));
    const events = (options.events ?? {}) as Record<string, (...parts: unknown[]) => void>;
    for (const [name, listener] of Object.entries(events)) channel.on(name, listener);
    return kind === 'navigateTo' ? { eventChannel: channel } : {};
  };
  return promised({
    navigateTo: move('navigateTo'),
    redirectTo: move('redirectTo'),
    switchTab: move('switchTab'),
    reLaunch: move('reLaunch'),
    navigateBack: move('navigateBack'),
  });
}
