import type { TitleRecord } from '../../../typings/contract';
import type { CopyTemplate } from './copy-template';
import type { RecordForm } from './record-form';

/**
 * Forms that were begun and not saved yet, on this device: a page that is left, a phone that is rung, a
 * network that is gone lose nothing. At most twenty, the oldest goes first.
 */
const KEY = 'cataloguing-drafts';
const MOST = 20;

export interface KeptForm {
  /** What the form is of: a code, "title:" and an id, or a name given to a book without a code. */
  key: string;
  form: RecordForm;
  barcodes: string[];
  template?: CopyTemplate;
  /** Of a change: the record that the form began with. */
  seen?: TitleRecord;
  at: number;
}

export function draftOf(key: string): KeptForm | undefined {
  return drafts().find((draft) => draft.key === key);
}

/** The newest first. */
export function drafts(): KeptForm[] {
  const known: unknown = wx.getStorageSync(KEY);
  return Array.isArray(known) ? (known as KeptForm[]) : [];
}

/** False when the device has no room for it. */
export function keepDraft(draft: KeptForm): boolean {
  const others = drafts().filter(({ key }) => key !== draft.key);
  try {
    wx.setStorageSync(KEY, [draft, ...others].slice(0, MOST));
    return true;
  } catch {
    // The device's storage is full: the form itself still stands on the screen, which says so.
    return false;
  }
}

export function dropDraft(key: string): void {
  const others = drafts().filter((draft) => draft.key !== key);
  if (others.length > 0) wx.setStorageSync(KEY, others);
  else wx.removeStorageSync(KEY);
}
