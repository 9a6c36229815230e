import { complain, textOf } from '../complaints';
import type { Navigation } from '../pages/navigation';
import { services } from '../services';
import { settings } from '../settings';
import { openActions, openModal } from '../sheets/dialogs';
import { share } from '../wx/share';

/** Gives the built-ins what they ask of the phone. */
export function connectServices(navigation: Navigation): void {
  services.confirm = async (question) =>
    (await openModal({ showCancel: question.cancelText !== undefined, ...question })).confirm;
  services.navigate = (kind, url, delta) => {
    const kinds = {
      navigate: 'navigateTo',
      redirect: 'redirectTo',
      switchTab: 'switchTab',
      reLaunch: 'reLaunch',
      navigateBack: 'navigateBack',
    } as const;
    const move = kinds[kind as keyof typeof kinds];
    try {
      if (!move) throw new Error(`<navigator open-type="${kind}"> is not supported by the preview`);
      navigation.go(move, url, delta);
    } catch (thrown) {
      complain(`navigator: ${textOf(thrown)}`);
    }
  };
  services.share = () => void share('button');
  services.phoneCode = () => `local-phone-${settings.identity.openid}`;
  services.avatar = () => avatarOf(settings.identity.label);
}

function avatarOf(name: string): string {
  const letter = name.slice(0, 1).replace(/[<>&"]/g, '');
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="132" height="132"><rect width="132" height="132" fill="#7a8b7f"/><text x="66" y="86" font-size="60" text-anchor="middle" fill="#fff">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}

/** The menu of the capsule. */
export async function showMenu(): Promise<void> {
  const chosen = await openActions(['转发给朋友', '重新进入小程序']);
  if (chosen === 0) await share('menu');
  if (chosen === 1) location.reload();
}
