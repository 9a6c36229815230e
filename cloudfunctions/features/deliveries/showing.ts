import * as v from 'valibot';
import { CITATION_FILES, written } from '../../exchange/write-citations';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { forReader } from '../../reads/asking';
import { STATEMENT_VERSION, deliveryRules } from '../../reference/delivery-rules';
import { deliveryRow, deliveryView } from '../../views/deliveries';
import { citationOf } from './citation-of';
import { NOT_FOUND, oneDelivery } from './asking';

/** As many as are written into one file. */
const MOST_EXPORTED = 500;

export const mine = reading('deliveries.mine', {
  caller: 'reader',
  schema: v.strictObject({ after: aPageStart }),
  run: forReader(async ({ db, library }, { after }, { _id: readerId }) => {
    const query = { where: { readerId }, orderBy: [['askedAt', 'desc']] as ['askedAt', 'desc'][] };
    const page = await pageFrom(db, 'deliveries', query, after);
    return done({
      ...page,
      open: deliveryRules(library).open,
      statement: STATEMENT_VERSION,
      list: page.list.map(deliveryRow),
    });
  }),
});

export const show = reading('deliveries.show', {
  caller: 'reader',
  schema: oneDelivery,
  run: forReader(async ({ db, library }, { deliveryId }, reader) => {
    const delivery = await db.get('deliveries', deliveryId);
    if (delivery?.readerId !== reader._id) return refuse(NOT_FOUND);
    return done(deliveryView(delivery, deliveryRules(library)));
  }),
});

export const exportAll = reading('deliveries.export', {
  caller: 'reader',
  schema: v.strictObject({ format: v.picklist(['ris', 'bibtex', 'gbt7714'], '没有这种格式') }),
  run: forReader(async ({ db, today }, { format }, { _id: readerId }) => {
    const rows = await db.find('deliveries', {
      where: { readerId },
      orderBy: [['askedAt', 'desc']],
      limit: MOST_EXPORTED,
    });
    const got = rows.filter(({ state }) => state === 'delivered' || state === 'closed');
    return done({
      fileName: `references-${today}.${CITATION_FILES[format]}`,
      text: written(got.map(citationOf), format),
    });
  }),
});
