import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { NoSuchFile } from '../../kernel/files';
import { addMinutes } from '../../kernel/local-date';
import { readerAsking, readerWithin } from '../../reads/asking';
import { linkRefusals } from '../../reference/delivery';
import { NOT_FOUND, oneDelivery } from './asking';

/** Minutes that the copy for one opening is there: long enough to be fetched by a slow phone. */
const COPY_MINUTES = 10;
const UNGUESSABLE = 24;

/**
 * Opens the link once. The file itself is never named to a phone: a copy is made under an unguessable name,
 * which is gone within minutes, so that what is passed on by others opens nothing. `deliveries` carries how
 * often it may still be opened.
 */
export const open = writing('deliveries.open', {
  caller: 'reader',
  schema: oneDelivery,
  // A repeat gets the copy that was made, and none is made anew.
  looksFirst: true,
  prepare: async (context, { deliveryId }) => {
    const { db, files, now } = context;
    const [reader, delivery] = await Promise.all([readerAsking(context), db.get('deliveries', deliveryId)]);
    if (!reader) return refuse({ code: 'no_card' });
    if (delivery?.readerId !== reader._id) return refuse(NOT_FOUND);
    const { file } = delivery;
    if (!file) return refuse({ code: 'delivery_is', state: delivery.state });
    const refusals = linkRefusals(file, now);
    if (refusals.length > 0) return { refusals };
    try {
      const id = Buffer.from(context.randomBytes(UNGUESSABLE)).toString('base64url');
      const ending = /\.[a-z0-9]+$/.exec(file.fileId)?.[0] ?? '';
      const fileId = await files.upload(`opened/${id}${ending}`, await files.download(file.fileId));
      return { id, fileId };
    } catch (error) {
      if (error instanceof NoSuchFile) return refuse({ code: 'file_not_allowed', why: 'gone' });
      throw error;
    }
  },
  run: async (context, { deliveryId }, transaction, copy) => {
    const reader = await readerWithin(transaction, context);
    const delivery = await transaction.get('deliveries', deliveryId);
    if (!reader || delivery?.readerId !== reader._id || !delivery.file) return refuse(NOT_FOUND);
    const { file } = delivery;
    const refusals = linkRefusals(file, context.now);
    // The copy goes whatever becomes of this.
    await transaction.put('passingFiles', {
      _id: copy.id,
      fileId: copy.fileId,
      goneAt: addMinutes(context.now, COPY_MINUTES),
    });
    if (refusals.length > 0) return { refusals };
    const opensLeft = file.opensLeft - 1;
    await transaction.put('deliveries', { ...delivery, file: { ...file, opensLeft } });
    return {
      value: { fileId: copy.fileId, name: file.name, opensLeft },
      log: { outcome: '打开文献', readerId: reader._id },
    };
  },
});
