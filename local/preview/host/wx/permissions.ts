import { settings } from '../settings';
import { openModal } from '../sheets/dialogs';
import { askSubscription } from '../sheets/subscribe';
import { promised, Refusal, type Options } from './promised';

/** Who the user is, and what they allow the mini program. */
export function permissionsApi(): Record<string, unknown> {
  return promised({
    login: () => ({ code: `local-${settings.identity.openid}` }),
    checkSession: () => undefined,
    authorize: () => undefined,
    getSetting: ({ withSubscriptions }) => ({
      authSetting: {},
      ...(withSubscriptions ? { subscriptionsSetting: { mainSwitch: true, itemSettings: {} } } : {}),
    }),
    async openSetting() {
      await openModal({ title: '设置', content: '在微信里会打开小程序的设置页。', showCancel: false });
      return { authSetting: {} };
    },
    requestSubscribeMessage,
    getPrivacySetting: () => ({
      needAuthorization: false,
      privacyContractName: '《书香小程序隐私保护指引》',
    }),
    requirePrivacyAuthorize: () => undefined,
    async openPrivacyContract() {
      await openModal({
        title: '隐私保护指引',
        content: '在微信里会打开小程序的隐私保护指引。',
        showCancel: false,
      });
    },
  });
}

async function requestSubscribeMessage({ tmplIds }: Options): Promise<object> {
  const wanted = tmplIds as string[];
  if (!Array.isArray(wanted) || wanted.length === 0 || wanted.length > 3)
    throw new Refusal("TmplIds can't be empty, at most 3", 20004);
  const answers = await askSubscription(wanted);
  for (const [templateId, answer] of Object.entries(answers)) {
    if (answer !== 'accept') continue;
    const response = await fetch('/dev/grants', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid: settings.identity.openid, templateId, count: 1 }),
    });
    if (!response.ok)
      throw new Refusal(`the local cloud did not take the grant: HTTP ${response.status}`, 10001);
  }
  return answers;
}
