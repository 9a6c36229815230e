import type { LibrarySettings } from '../documents';
import type { Transaction } from '../kernel/database';

/**
 * Changes what the library has decided. Its settings are one document, so that two changes of it at once meet
 * there.
 */
export const changeSettings = async (
  transaction: Transaction,
  change: (settings: LibrarySettings) => Partial<LibrarySettings>,
): Promise<void> => {
  const settings = await transaction.get('settings', 'library');
  if (settings?._id !== 'library') throw new Error('the library has no settings');
  await transaction.put('settings', { ...settings, ...change(settings) });
};

/** One of the library's switches: a service is there for readers, or it is not. */
export const switching =
  (service: 'profiles' | 'announcements', name: string) =>
  async (_context: unknown, { open }: { open: boolean }, transaction: Transaction) => {
    await changeSettings(transaction, () => ({ [service]: { open } }));
    return { value: { open }, log: { outcome: `${name}：${open ? '开通' : '关闭'}` } };
  };
