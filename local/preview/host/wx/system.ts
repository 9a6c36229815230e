import { systemFontSize } from '../builtins/page-meta';
import { warn } from '../complaints';
import { pages } from '../open-pages';
import { themeName } from '../theme';
import { onChange, scene, settings } from '../settings';
import { openActions, openModal, showToast } from '../sheets/dialogs';
import { make, openSheet } from '../sheets/sheet';
import { addressOf } from '../builtins/assets';
import { promised, Refusal } from './promised';

const SDK_VERSION = '3.7.12';
const NAV = 44;

type Listener = (event: never) => void;

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

/** The device, the app's base, the network and small services of the phone. */
export function systemApi(
  launch: { path: string; query: Record<string, string> },
  darkmode: boolean,
): Record<string, unknown> {
  const themes = channel();
  const networks = channel();
  const audioInterruptions = channel();
  const shows = channel();
  const network = () => ({
    isConnected: settings.network !== 'offline',
    networkType: settings.network === 'offline' ? 'none' : settings.network === 'slow' ? '3g' : 'wifi',
  });
  onChange((changed) => {
    if (changed === 'dark' && darkmode) themes.tell({ theme: themeName() });
    if (changed === 'network') networks.tell(network());
  });

  const screen = (): HTMLElement => document.querySelector('.phone-screen') as HTMLElement;
  const windowInfo = () => {
    const area = pages.top()?.scroll.parentElement;
    const { clientWidth, clientHeight } = screen();
    const statusBarHeight = Number.parseFloat(getComputedStyle(screen()).getPropertyValue('--safe-top')) || 0;
    const bottom = Number.parseFloat(getComputedStyle(screen()).getPropertyValue('--safe-home')) || 0;
    return {
      pixelRatio: devicePixelRatio,
      screenWidth: clientWidth,
      screenHeight: clientHeight,
      windowWidth: clientWidth,
      windowHeight: area?.clientHeight ?? clientHeight - statusBarHeight - NAV,
      statusBarHeight,
      screenTop: statusBarHeight + NAV,
      safeArea: {
        left: 0,
        right: clientWidth,
        top: statusBarHeight,
        bottom: clientHeight - bottom,
        width: clientWidth,
        height: clientHeight - bottom - statusBarHeight,
      },
    };
  };
  const appBase = () => ({
    SDKVersion: SDK_VERSION,
    version: '8.0.50',
    language: settings.language,
    enableDebug: false,
    host: { env: 'WeChat' },
    theme: darkmode ? themeName() : 'light',
    fontSizeSetting: systemFontSize(),
    fontSizeScaleFactor: settings.elder ? 1.4 : 1,
  });
  const device = () => ({
    abi: 'arm64',
    deviceAbi: 'arm64',
    benchmarkLevel: 30,
    brand: 'preview',
    model: 'preview',
    system: 'Android 14',
    platform: 'android',
    cpuType: '',
    memorySize: '8000',
  });
  const everything = () => ({ ...device(), ...windowInfo(), ...appBase(), errMsg: 'getSystemInfo:ok' });
  const start = { ...launch, scene, referrerInfo: {}, forwardMaterials: [], apiCategory: 'default' };

  return {
    getSystemInfoSync: everything,
    getSystemInfo: promised('getSystemInfo', everything),
    getSystemInfoAsync: promised('getSystemInfoAsync', everything),
    getWindowInfo: windowInfo,
    getAppBaseInfo: appBase,
    getDeviceInfo: device,
    getSystemSetting: () => ({
      bluetoothEnabled: true,
      locationEnabled: true,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    }),
    getAppAuthorizeSetting: () => ({
      cameraAuthorized: 'authorized',
      notificationAuthorized: 'authorized',
      locationAuthorized: 'not determined',
    }),
    getMenuButtonBoundingClientRect() {
      const capsule = screen().querySelector('.capsule')?.getBoundingClientRect() ?? new DOMRect();
      const frame = screen().getBoundingClientRect();
      const [left, top] = [capsule.left - frame.left, capsule.top - frame.top];
      return {
        left,
        top,
        right: left + capsule.width,
        bottom: top + capsule.height,
        width: capsule.width,
        height: capsule.height,
      };
    },
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
      plugin: {},
    }),
    getLaunchOptionsSync: () => start,
    getEnterOptionsSync: () => start,
    onThemeChange: themes.on,
    offThemeChange: themes.off,
    onNetworkStatusChange: networks.on,
    offNetworkStatusChange: networks.off,
    onNetworkWeakChange: () => undefined,
    offNetworkWeakChange: () => undefined,
    getNetworkType: promised('getNetworkType', network),
    onAppShow: shows.on,
    offAppShow: shows.off,
    onAppHide: () => undefined,
    offAppHide: () => undefined,
    onAudioInterruptionEnd: audioInterruptions.on,
    offAudioInterruptionEnd: audioInterruptions.off,
    onWindowResize: () => undefined,
    offWindowResize: () => undefined,
    onKeyboardHeightChange: () => undefined,
    offKeyboardHeightChange: () => undefined,
    onMemoryWarning: () => undefined,
    onError: () => undefined,
    offError: () => undefined,
    onUnhandledRejection: () => undefined,
    onPageNotFound: () => undefined,
    onUserCaptureScreen: () => undefined,
    offUserCaptureScreen: () => undefined,

    vibrateShort: promised(
      'vibrateShort',
      () => void (navigator.userActivation?.hasBeenActive && navigator.vibrate?.(15)),
    ),
    vibrateLong: promised(
      'vibrateLong',
      () => void (navigator.userActivation?.hasBeenActive && navigator.vibrate?.(400)),
    ),
    setKeepScreenOn: promised('setKeepScreenOn', () => undefined),
    hideKeyboard: promised('hideKeyboard', () => void (document.activeElement as HTMLElement | null)?.blur()),
    ...clipboard(),
    getSetting: promised('getSetting', ({ withSubscriptions }) => ({
      authSetting: {},
      ...(withSubscriptions ? { subscriptionsSetting: { mainSwitch: true, itemSettings: {} } } : {}),
    })),
    openSetting: promised('openSetting', async () => {
      await openModal({ title: '设置', content: '在微信里会打开小程序的设置页。', showCancel: false });
      return { authSetting: {} };
    }),
    authorize: promised('authorize', () => undefined),
    login: promised('login', () => ({ code: `local-${settings.identity.openid}` })),
    checkSession: promised('checkSession', () => undefined),
    makePhoneCall: promised('makePhoneCall', async ({ phoneNumber }) => {
      const chosen = await openActions([`呼叫 ${String(phoneNumber)}`]);
      if (chosen === null) throw new Refusal('cancel');
    }),
    openLocation: promised('openLocation', async ({ name, address, latitude, longitude }) => {
      const place = `${String(address ?? '')}\n${String(latitude)}, ${String(longitude)}`;
      await openModal({ title: String(name ?? '位置'), content: place, showCancel: false });
    }),
    addPhoneCalendar: promised('addPhoneCalendar', async ({ title, startTime }) => {
      const at = new Date((Number(startTime) + 8 * 3600) * 1000).toISOString().slice(0, 16).replace('T', ' ');
      const { confirm } = await openModal({
        title: '添加到系统日历',
        content: `${String(title)}\n${at}`,
        confirmText: '添加',
      });
      if (!confirm) throw new Refusal('cancel');
    }),
    previewImage: promised('previewImage', ({ urls, current }) =>
      previewImages(urls as string[], String(current ?? '')),
    ),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => location.reload(),
    }),
    reportEvent: () => undefined,
    reportPerformance: () => undefined,
    getRealtimeLogManager: () => logger('realtime'),
    getLogManager: () => logger('log'),
    nextTick: (then: () => void) => void queueMicrotask(then),
    getPerformance: () => ({
      now: () => performance.now(),
      getEntries: () => [],
      createObserver: () => ({ observe: () => undefined, disconnect: () => undefined }),
    }),
    arrayBufferToBase64: (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))),
    base64ToArrayBuffer: (text: string) =>
      Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer,
    preloadAssets: promised('preloadAssets', () => undefined),
    getPrivacySetting: promised('getPrivacySetting', () => ({
      needAuthorization: false,
      privacyContractName: '《书香小程序隐私保护指引》',
    })),
    requirePrivacyAuthorize: promised('requirePrivacyAuthorize', () => undefined),
    onNeedPrivacyAuthorization: () => undefined,
    openPrivacyContract: promised('openPrivacyContract', async () => {
      await openModal({
        title: '隐私保护指引',
        content: '在微信里会打开小程序的隐私保护指引。',
        showCancel: false,
      });
    }),
    exitMiniProgram: promised('exitMiniProgram', () => location.reload()),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  };
}

function clipboard(): Record<string, unknown> {
  let kept = '';
  return {
    setClipboardData: promised('setClipboardData', ({ data }) => {
      kept = String(data);
      showToast({ title: '内容已复制' });
      // The browser's own clipboard may be closed to a page that nobody touched: the mini program's copy
      // still counts.
      navigator.clipboard
        ?.writeText(kept)
        .catch((thrown: unknown) => warn(`the browser's clipboard refused: ${String(thrown)}`));
    }),
    getClipboardData: promised('getClipboardData', () => ({ data: kept })),
  };
}

function previewImages(urls: string[], current: string): void {
  const start = Math.max(0, urls.indexOf(current));
  let index = start;
  const picture = make('img', 'preview-picture') as HTMLImageElement;
  const count = make('span', 'preview-count');
  const draw = (): void => {
    picture.src = addressOf(urls[index] ?? '');
    count.textContent = `${index + 1} / ${urls.length}`;
  };
  const close = openSheet('full preview-images', [picture, count]);
  picture.addEventListener('click', (event) => {
    const half = event.offsetX > picture.clientWidth / 2 ? 1 : -1;
    if (index + half < 0 || index + half >= urls.length) return close();
    index += half;
    draw();
  });
  draw();
}

function logger(kind: string): Record<string, unknown> {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      console[level](`[${kind}]`, ...parts);
  const self: Record<string, unknown> = {
    info: write('info'),
    log: write('info'),
    debug: write('info'),
    warn: write('warn'),
    error: write('warn'),
  };
  self.setFilterMsg = () => undefined;
  self.addFilterMsg = () => undefined;
  self.tag = () => self;
  return self;
}
