import * as v from 'valibot';
import type { MediaKind } from '../../../typings/contract/media';
import type { DeliveryDocument, DeliveryRules } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { NoSuchFile } from '../../kernel/files';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aText, anId } from '../../kernel/validate';
import { daysAfter, refusalsToDelivery } from '../../reference/delivery';
import { deliveryRules } from '../../reference/delivery-rules';
import { kindOf } from '../../media/form';
import { chargeDelivery, stepDelivery } from '../../steps/deliveries';
import { NOT_FOUND, oneDelivery } from './asking';
import { deskView } from './desk-lists';
import { ofDelivery } from './getting';

/** A scanned article; the function holds it in its memory to copy it. */
const MOST_BYTES = 10 * 1024 * 1024;

/** A scan, or a picture of one. */
const PASSED_ON: readonly (MediaKind | null)[] = ['file', 'picture'];

/** Only what was stored for this may be passed on through this feature. */
const aFile = v.pipe(
  v.string(),
  v.maxLength(300, '文件编号太长'),
  v.regex(/^cloud:\/\/[\w.-]+\/deliveries\/[\w-]{16,64}\.(pdf|jpg|jpeg|png)$/, '请重新选择文件'),
);

/** The size of a file that may be passed on: its first bytes say what it is, whatever it is called. */
const looked = async ({ files }: StaffContext, fileId: string) => {
  try {
    const bytes = await files.download(fileId);
    if (bytes.length > MOST_BYTES) return refuse({ code: 'file_not_allowed', why: 'size' });
    if (!PASSED_ON.includes(kindOf(bytes))) return refuse({ code: 'file_not_allowed', why: 'kind' });
    return { bytes: bytes.length };
  } catch (error) {
    if (error instanceof NoSuchFile) return refuse({ code: 'file_not_allowed', why: 'gone' });
    throw error;
  }
};

/** The link from now on: the file goes with it. */
const withLink = async (
  transaction: Transaction,
  { now }: StaffContext,
  delivery: DeliveryDocument,
  file: Pick<NonNullable<DeliveryDocument['file']>, 'fileId' | 'name' | 'bytes'>,
  { linkDays, linkOpens }: DeliveryRules,
): Promise<DeliveryDocument> => {
  const { fileId, name, bytes } = file;
  const until = daysAfter(now, linkDays);
  await transaction.put('passingFiles', { _id: delivery._id, fileId, goneAt: until });
  return { ...delivery, file: { fileId, name, bytes, until, opensLeft: linkOpens } };
};

/**
 * Hands the file over: obtained and delivered at once, as there is nothing between. What the reader agreed to
 * is charged now.
 */
export const deliver = writing('deliveryDesk.deliver', {
  role: 'reference',
  schema: v.strictObject({ deliveryId: anId, fileId: aFile, name: aText(80) }),
  prepare: async (context, { fileId }) => looked(context, fileId),
  run: async (context, { deliveryId, fileId, name }, transaction, { bytes }) => {
    const found = await transaction.get('deliveries', deliveryId);
    if (!found) return refuse(NOT_FOUND);
    const before = found.state === 'obtained' ? [] : refusalsToDelivery('obtain', found);
    if (before.length > 0) return { refusals: before };
    const { name: by } = context.staff;
    const obtained =
      found.state === 'obtained' ? found : await stepDelivery(transaction, context, 'obtain', found, by);
    const refusals = refusalsToDelivery('deliver', obtained);
    if (refusals.length > 0) return { refusals };
    const rules = deliveryRules(context.library);
    const linked = await withLink(transaction, context, obtained, { fileId, name, bytes }, rules);
    const after = await stepDelivery(transaction, context, 'deliver', linked, by);
    await chargeDelivery(transaction, context, after, by);
    return {
      value: await deskView(context, after),
      log: { outcome: '送达文献', readerId: after.readerId },
    };
  },
});

/** Days and openings begin anew, for a reader who could not open it in time. */
export const renewLink = writing('deliveryDesk.renewLink', {
  role: 'reference',
  schema: oneDelivery,
  run: ofDelivery('renew_link', async (context, transaction, delivery) => {
    if (!delivery.file) return refuse({ code: 'file_not_allowed', why: 'gone' });
    const rules = deliveryRules(context.library);
    const linked = await withLink(transaction, context, delivery, delivery.file, rules);
    const after = await stepDelivery(transaction, context, 'renew_link', linked, context.staff.name);
    return {
      value: await deskView(context, after),
      log: { outcome: '延长文献链接', readerId: after.readerId },
    };
  }),
});
