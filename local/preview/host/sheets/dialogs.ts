import { button, make, openSheet } from './sheet';

export interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

/** wx.showModal's dialog. */
export function openModal(
  options: ModalOptions,
): Promise<{ confirm: boolean; cancel: boolean; content: string | null }> {
  return new Promise((resolve) => {
    const field = options.editable ? (make('textarea', 'modal-field') as HTMLTextAreaElement) : null;
    if (field) {
      field.placeholder = options.placeholderText ?? '';
      field.value = options.content ?? '';
    }
    const finish = (confirm: boolean): void => {
      close();
      resolve({ confirm, cancel: !confirm, content: field && confirm ? field.value : null });
    };
    const confirm = button('modal-confirm', options.confirmText ?? '确定', () => finish(true));
    const cancel = button('modal-cancel', options.cancelText ?? '取消', () => finish(false));
    if (options.confirmColor) confirm.style.color = options.confirmColor;
    if (options.cancelColor) cancel.style.color = options.cancelColor;
    const body = [
      ...(options.title ? [make('div', 'modal-title', options.title)] : []),
      field ?? make('div', 'modal-content', options.content ?? ''),
      make('div', 'modal-buttons', '', options.showCancel === false ? [confirm] : [cancel, confirm]),
    ];
    const close = openSheet('in-middle modal', body);
    (field ?? confirm).focus({ preventScroll: true });
  });
}

/** wx.showActionSheet: the chosen row, or null. */
export function openActions(items: string[], title?: string, colour?: string): Promise<number | null> {
  return new Promise((resolve) => {
    const finish = (answer: number | null): void => {
      close();
      resolve(answer);
    };
    const rows = items.map((item, index) => {
      const row = button('action-row', item, () => finish(index));
      if (colour) row.style.color = colour;
      return row;
    });
    const content = [
      ...(title ? [make('div', 'action-title', title)] : []),
      ...rows,
      button('action-row action-cancel', '取消', () => finish(null)),
    ];
    const close = openSheet('from-bottom actions', content, () => finish(null));
  });
}

let toast: HTMLElement | null = null;
let toastTimer: ReturnType<typeof setTimeout>;

export interface ToastOptions {
  title?: string;
  icon?: string;
  duration?: number;
  mask?: boolean;
}

/** wx.showToast and wx.showLoading share one place on the screen, as in WeChat. */
export function showToast(
  { title = '', icon = 'success', duration = 1500, mask = false }: ToastOptions,
  loading = false,
): void {
  hideToast();
  const picture = icon === 'none' ? [] : [make('span', `toast-icon ${loading ? 'loading' : icon}`)];
  toast = make('div', `toast${mask ? ' with-mask' : ''}${icon === 'none' ? ' text-only' : ''}`, '', [
    make('div', 'toast-box', '', [...picture, make('span', 'toast-text', title)]),
  ]);
  toast.setAttribute('role', 'status');
  document.querySelector('.phone-screen')?.append(toast);
  if (!loading) toastTimer = setTimeout(hideToast, duration);
}

export function hideToast(): void {
  clearTimeout(toastTimer);
  toast?.remove();
  toast = null;
}
