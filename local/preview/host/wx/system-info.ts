import { systemFontSize } from '../builtins/page-meta';
import { pages } from '../pages/open-pages';
import { settings } from '../settings';
import { themeName } from '../theme';
import { promised } from './promised';

const SDK_VERSION = '3.7.12';
const NAV = 44;

/** The device, the window and WeChat itself, as they are asked about. */
export function systemInfoApi(darkmode: boolean): Record<string, unknown> {
  const appBaseInfo = (): object => ({
    SDKVersion: SDK_VERSION,
    version: '8.0.50',
    language: settings.language,
    enableDebug: false,
    host: { env: 'WeChat' },
    theme: darkmode ? themeName() : 'light',
    fontSizeSetting: systemFontSize(),
    fontSizeScaleFactor: settings.elder ? 1.4 : 1,
  });
  const everything = (): object => ({
    ...DEVICE,
    ...windowInfo(),
    ...appBaseInfo(),
    errMsg: 'getSystemInfo:ok',
  });
  return {
    getSystemInfoSync: everything,
    ...promised({ getSystemInfo: everything, getSystemInfoAsync: everything }),
    getWindowInfo: windowInfo,
    getAppBaseInfo: appBaseInfo,
    getDeviceInfo: () => ({ ...DEVICE }),
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
    getMenuButtonBoundingClientRect: capsuleBox,
  };
}

const DEVICE = {
  abi: 'arm64',
  deviceAbi: 'arm64',
  benchmarkLevel: 30,
  brand: 'preview',
  model: 'preview',
  system: 'Android 14',
  platform: 'android',
  cpuType: '',
  memorySize: '8000',
};

const screen = (): HTMLElement => document.querySelector('.phone-screen') as HTMLElement;

function windowInfo(): object {
  const area = pages.top()?.scroll.parentElement;
  const { clientWidth, clientHeight } = screen();
  const style = getComputedStyle(screen());
  const statusBarHeight = Number.parseFloat(style.getPropertyValue('--safe-top')) || 0;
  const bottom = Number.parseFloat(style.getPropertyValue('--safe-home')) || 0;
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
}

function capsuleBox(): object {
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
}
