import type { BarcodeMendingSetting, ItemDocument, SettingDocument } from '../../documents';
import { between, type Transaction } from '../../kernel/database';
import { everyTick } from '../../kernel/job';
import { cleanScan } from '../../kernel/scan';

const PAGE = 1000;
/** Named in the setting; the log has them all. */
const MOST_NAMED = 200;

const BEGINNING: BarcodeMendingSetting = {
  _id: 'barcode-mending',
  upTo: '',
  mended: 0,
  left: [],
  finishedAt: null,
};

/**
 * Copies that came in with a barcode in another form than the desks ask for get that form, once: page by page
 * through all copies, then never again, since nothing comes in so any more. The setting carries how far it
 * came; a copy is moved in a transaction of its own.
 */
export const mendBarcodes = everyTick(
  'mend_barcodes',
  {
    settings: ['barcode-mending'],
    of: ({ settings }) =>
      settingIn(settings.get('barcode-mending')).finishedAt ? [] : [{ collection: 'items', where: {} }],
  },
  async (context) => {
    const before = settingIn(await context.db.get('settings', BEGINNING._id));
    if (before.finishedAt !== null) return { done: 0, after: null };
    const page = await context.db.find('items', {
      where: { _id: between({ from: `${before.upTo}\u0000` }) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
      fields: ['_id'],
    });
    const wrong = page.filter(({ _id }) => cleanScan(_id) !== _id);
    const left: string[] = [];
    for (const { _id } of wrong)
      if (!(await context.db.transact((transaction) => mend(transaction, _id)))) left.push(_id);
    const isLast = page.length < PAGE;
    await context.db.transact((transaction) =>
      transaction.put('settings', {
        ...before,
        upTo: page.at(-1)?._id ?? before.upTo,
        mended: before.mended + wrong.length - left.length,
        left: [...before.left, ...left].slice(0, MOST_NAMED),
        finishedAt: isLast ? context.now : null,
      }),
    );
    if (wrong.length > 0) context.log('barcodes mended', { mended: wrong.length - left.length, left });
    return { done: wrong.length - left.length, after: isLast ? null : 'more' };
  },
);

const settingIn = (setting: SettingDocument | null | undefined): BarcodeMendingSetting =>
  setting?._id === 'barcode-mending' ? setting : BEGINNING;

/**
 * Moves a copy to its right barcode; false when that is another title's, or the copy is in use, for people to
 * decide. A copy of the same title that came in once more in the right form stands for both.
 */
const mend = async (transaction: Transaction, barcode: string): Promise<boolean> => {
  const item = await transaction.get('items', barcode);
  if (!item) return true;
  const right = cleanScan(barcode);
  const other = await transaction.get('items', right);
  if (right === '' || isInUse(item) || (other && other.titleId !== item.titleId)) return false;
  if (!other) await transaction.add('items', { ...item, _id: right });
  await transaction.remove('items', barcode);
  return true;
};

/** No desk could ask for it: but what is open under its name must not lose it. */
const isInUse = ({ loan, hold }: ItemDocument): boolean => loan !== null || hold !== null;
