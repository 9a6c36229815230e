import { afterDonation, awaitedSince, donationActs } from '../../community/donating';
import { between } from '../../kernel/database';
import { daily, fullOf } from '../../kernel/job';
import { tellGiver } from '../../steps/given';

const BATCH = 50;

/** What was wanted and never came is awaited no longer; it can come all the same. */
export const lapseDonations = daily('lapse_donations', '04:10', async (context) => {
  const over = await context.db.find('donations', {
    where: { state: 'wanted', since: between({ below: awaitedSince(context.now) }) },
    orderBy: [
      ['since', 'asc'],
      ['_id', 'asc'],
    ],
    limit: BATCH,
  });
  for (const { _id } of over)
    await context.db.transact(async (transaction) => {
      const donation = await transaction.get('donations', _id);
      const isOver = donation !== null && donation.since < awaitedSince(context.now);
      if (!isOver || !donationActs(donation, 'time').includes('lapse')) return;
      const after = afterDonation('lapse', 'lapsed', donation, context.now);
      await transaction.put('donations', after);
      await tellGiver(transaction, context, after, 'lapsed', {
        title: '您捐的书还没有送到',
        body: '过了两个月，先不再等了。还想捐的话，随时可以送到服务台。',
      });
    });
  return fullOf(over.length, BATCH);
});
