import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * What WeChat wants declared in 用户隐私保护指引, and by which of its interfaces and tags it knows that it is
 * used. Undeclared, these fail with errno 112 on every phone. Source: WeChat's table of the guide's contents
 * (小程序用户隐私保护指引内容介绍), read in November 2026.
 */
const DECLARED: Record<string, { apis?: readonly string[]; tags?: readonly RegExp[] }> = {
  昵称和头像: { tags: [/open-type="chooseAvatar"/, /type="nickname"/] },
  手机号: { tags: [/open-type="getPhoneNumber"/, /open-type="getRealtimePhoneNumber"/] },
  位置信息: {
    apis: [
      ...['getLocation', 'getFuzzyLocation', 'chooseLocation', 'choosePoi'],
      ...['startLocationUpdate', 'startLocationUpdateBackground', 'onLocationChange'],
    ],
    tags: [/<map[^>]*show-location/],
  },
  通讯地址: { apis: ['chooseAddress'] },
  发票信息: { apis: ['chooseInvoice', 'chooseInvoiceTitle'] },
  微信运动数据: { apis: ['getWeRunData'] },
  车牌号: { apis: ['chooseLicensePlate'] },
  选中的照片或视频: { apis: ['chooseImage', 'chooseVideo', 'chooseMedia'] },
  选中的文件: { apis: ['chooseMessageFile'] },
  麦克风: { apis: ['startRecord', 'getRecorderManager', 'joinVoIPChat'], tags: [/<live-pusher/] },
  摄像头: { apis: ['createCameraContext', 'createVKSession'], tags: [/<camera/, /<live-pusher/] },
  蓝牙: { apis: ['openBluetoothAdapter', 'createBLEPeripheralServer'] },
  '相册（仅写入）权限': { apis: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'] },
  '通讯录（仅写入）权限': { apis: ['addPhoneContact'] },
  通讯录: { apis: ['chooseContact'] },
  '日历（仅写入）权限': { apis: ['addPhoneCalendar', 'addPhoneRepeatCalendar'] },
  加速传感器: { apis: ['startAccelerometer'] },
  磁场传感器: { apis: ['startCompass'] },
  方向传感器: { apis: ['startDeviceMotionListening'] },
  陀螺仪传感器: { apis: ['startGyroscope'] },
  剪切板: { apis: ['setClipboardData', 'getClipboardData'] },
};

const MINIPROGRAM = resolve(__dirname, '..', '..', 'miniprogram');

const sourcesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|wxml)$/.test(file) && !/\.test\.ts$|miniprogram_npm/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));

/** What the mini program uses of it, by the names that the declaration has. */
export const toDeclare = (sources: readonly string[] = sourcesOf(MINIPROGRAM)): string[] =>
  Object.entries(DECLARED)
    .filter(([, { apis = [], tags = [] }]) =>
      [...apis.map((api) => new RegExp(`\\bwx\\.${api}\\b`)), ...tags].some((used) =>
        sources.some((source) => used.test(source)),
      ),
    )
    .map(([name]) => name);

/** The first column of the table of interfaces in docs/deploy.md. */
export const declaredIn = (page: string): string[] =>
  [...(/## 9\. [\s\S]*?\n## /.exec(page)?.[0] ?? '').matchAll(/^\| (\S+) \| `/gm)].map(
    ([, name]) => name ?? '',
  );
