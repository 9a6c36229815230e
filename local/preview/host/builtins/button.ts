import { complain } from '../complaints';
import type { glassEasel } from '../glass';
import { services } from '../services';
import { defineBuiltin } from './define';
import { actOnForm, becomeForm, fieldsOf } from './forms';

const OPEN_TYPES = [
  '',
  'share',
  'contact',
  'getPhoneNumber',
  'getRealtimePhoneNumber',
  'chooseAvatar',
  'openSetting',
  'feedback',
  'agreePrivacyAuthorization',
];

/** button and form. */
export function defineButton(space: glassEasel.ComponentSpace): void {
  defineBuiltin(
    space,
    'button',
    {
      type: 'default',
      size: 'default',
      plain: false,
      disabled: false,
      loading: false,
      formType: '',
      openType: '',
      hoverClass: 'button-hover',
      hoverStartTime: 20,
      hoverStayTime: 70,
      lang: '',
      sessionFrom: '',
    },
    ({ host, get, tell }) => {
      host.setAttribute('role', 'button');
      host.tabIndex = 0;
      host.addEventListener('keydown', (event) => {
        if (event.target === host && (event.key === 'Enter' || event.key === ' ')) host.click();
      });
      host.addEventListener('click', () => {
        if (get('disabled') === true) return;
        const formType = get<string>('formType');
        if (formType === 'submit' || formType === 'reset') actOnForm(host, formType);
        for (const kind of get<string>('openType').split('|')) void open(kind, tell);
      });
      const look = (): void => {
        host.dataset.type = get<string>('type');
        host.dataset.size = get<string>('size');
        host.toggleAttribute('data-plain', get('plain') === true);
        host.toggleAttribute('data-disabled', get('disabled') === true);
        host.toggleAttribute('data-loading', get('loading') === true);
        host.setAttribute('aria-disabled', String(get('disabled') === true));
      };
      return { type: look, size: look, plain: look, disabled: look, loading: look, openType: checkOpenType };
    },
  );

  defineBuiltin(space, 'form', { reportSubmit: false }, ({ host, tell }) => {
    becomeForm(host, (kind) => {
      const fields = fieldsOf(host);
      if (kind === 'reset') {
        for (const field of fields) field.reset();
        tell('reset', {});
        return;
      }
      tell('submit', { value: Object.fromEntries(fields.map((field) => [field.name(), field.value()])) });
    });
  });
}

function checkOpenType(value: string): void {
  for (const kind of String(value ?? '').split('|')) {
    if (!OPEN_TYPES.includes(kind)) complain(`<button open-type="${kind}"> is not supported by the preview`);
  }
}

async function open(kind: string, tell: (event: string, detail: unknown) => unknown): Promise<void> {
  switch (kind) {
    case 'getPhoneNumber':
    case 'getRealtimePhoneNumber': {
      const event = kind.toLowerCase();
      const allowed = await services.confirm({
        title: '申请获取你的手机号',
        content: '尾号由本地图书馆给出',
        confirmText: '允许',
        cancelText: '拒绝',
      });
      if (allowed) tell(event, { errMsg: `${kind}:ok`, code: services.phoneCode() });
      else tell(event, { errMsg: `${kind}:fail user deny` });
      return;
    }
    case 'chooseAvatar':
      tell('chooseavatar', { avatarUrl: services.avatar() });
      return;
    case 'share':
      services.share();
      return;
    case 'contact':
      await services.confirm({
        title: '客服会话',
        content: '在微信里会打开与图书馆的客服会话。',
        confirmText: '知道了',
      });
      tell('contact', { path: '', query: {} });
      return;
    case 'openSetting':
      tell('opensetting', { authSetting: {} });
      return;
    case 'agreePrivacyAuthorization':
      tell('agreeprivacyauthorization', {});
      return;
  }
}
