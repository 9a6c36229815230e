import { onChange, settings } from '../settings';
import { themeName } from '../theme';
import { promised } from './promised';

type Listener = (event: never) => void;

/** Theme and network: what they are, and who hears when the panel changes them. */
export function changesApi(darkmode: boolean): Record<string, unknown> {
  const themes = channel();
  const networks = channel();
  onChange((changed) => {
    if (changed === 'dark' && darkmode) themes.tell({ theme: themeName() });
    if (changed === 'network') networks.tell(network());
  });
  return {
    ...Object.fromEntries(UNHEARD.map((name) => [name, () => undefined])),
    onThemeChange: themes.on,
    offThemeChange: themes.off,
    onNetworkStatusChange: networks.on,
    offNetworkStatusChange: networks.off,
    ...promised({ getNetworkType: network }),
  };
}

/** What may be listened for and never happens here. */
const UNHEARD = [
  ...['onAppShow', 'offAppShow', 'onAppHide', 'offAppHide'],
  ...['onAudioInterruptionEnd', 'offAudioInterruptionEnd'],
  ...['onError', 'offError', 'onUnhandledRejection', 'onPageNotFound', 'onMemoryWarning'],
  ...['onKeyboardHeightChange', 'offKeyboardHeightChange', 'onWindowResize', 'offWindowResize'],
  ...['onNeedPrivacyAuthorization'],
  ...['onNetworkWeakChange', 'offNetworkWeakChange'],
  ...['onUserCaptureScreen', 'offUserCaptureScreen'],
];

const network = (): { isConnected: boolean; networkType: string } => ({
  isConnected: settings.network !== 'offline',
  networkType: settings.network === 'offline' ? 'none' : settings.network === 'slow' ? '3g' : 'wifi',
});

/** Listeners of one `on…`/`off…` pair. */
function channel(): {
  on(listener: Listener): void;
  off(listener?: Listener): void;
  tell(event: unknown): void;
} {
  const listeners = new Set<Listener>();
  return {
    on: (listener) => void listeners.add(listener),
    off: (listener) => void (listener ? listeners.delete(listener) : listeners.clear()),
    tell: (event) => listeners.forEach((listener) => listener(event as never)),
  };
}
