import {
  hideToast,
  openActions,
  openModal,
  showToast,
  type ModalOptions,
  type ToastOptions,
} from '../sheets/dialogs';
import { promised, Refusal, type Options } from './promised';

/** Toasts, dialogs and action sheets. */
export function dialogsApi(): Record<string, unknown> {
  return promised({
    showToast: (options) => showToast(options as ToastOptions),
    hideToast,
    showLoading: (options) => showToast({ ...(options as ToastOptions), icon: 'loading' }, true),
    hideLoading: hideToast,
    showModal: (options) => openModal(options as ModalOptions),
    showActionSheet,
  });
}

async function showActionSheet({ itemList, alertText, itemColor }: Options): Promise<object> {
  const items = itemList as string[];
  if (!Array.isArray(items) || items.length === 0 || items.length > 6)
    throw new Refusal('parameter error: itemList should have 1 to 6 items');
  const tapIndex = await openActions(items, alertText as string | undefined, itemColor as string | undefined);
  if (tapIndex === null) throw new Refusal('cancel');
  return { tapIndex };
}
