import type { WechatError } from './wechat-api';

/** What an owner can do about a code. WeChat's pages name the codes; the advice is ours. */
const STEPS: Record<number, string> = {
  [-1]: 'WeChat is busy: run it again in some minutes, what is done stays done',
  [-1000]: 'WeChat is busy: run it again in some minutes, what is done stays done',
  40001: 'the token was refused twice: check that WECHAT_SECRET is the present AppSecret',
  40013: 'WECHAT_APPID is not an AppID: 小程序后台 → 开发管理 → 开发设置 shows it',
  40014: 'the token was refused twice: check WECHAT_APPID and WECHAT_SECRET',
  40097: 'WeChat does not accept a value: check CLOUD_ENV first (the id of the environment, not its name)',
  40101: 'WeChat misses a field: check CLOUD_ENV first',
  40125: 'WECHAT_SECRET is wrong or was reset: 小程序后台 → 开发管理 → 开发设置 → AppSecret',
  40164: 'this computer is not on the list of the account: 小程序后台 → 开发管理 → 开发设置 → IP 白名单',
  41002: 'WECHAT_APPID is empty',
  41004: 'WECHAT_SECRET is empty',
  42001: 'the token ended twice: run it again',
  45009: 'the calls of today are used up: run it again tomorrow, what is done stays done',
  48001:
    'the account may not use this interface: is it the mini program that the cloud environment belongs to?',
  85088: 'no cloud is open for this AppID: DevTools → 云开发 → 开通',
  [-501005]: 'CLOUD_ENV names no environment of this account: 云开发控制台 → 设置 → 环境 ID',
  [-501007]: 'the cloud does not accept a value: see the message',
  [-502001]: 'the database refused: see the message; an id that exists already is one reason',
  [-502003]: 'the account may not write this collection',
  [-502004]: 'the environment has no room for another collection: remove what nobody uses',
  [-502005]: 'the collection is not there (yet): run it again',
  [-601034]: 'no cloud is open for this AppID: DevTools → 云开发 → 开通',
};

export const nextStep = (error: WechatError): string =>
  error.errcode === null
    ? 'check the way to the Internet from this computer and run it again'
    : (STEPS[error.errcode] ?? `look the code ${error.errcode} up in WeChat's 全局返回码 and 云开发错误码`);
