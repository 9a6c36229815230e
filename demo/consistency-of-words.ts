import type { Fault, Index } from './consistency-index';

/**
 * The sum of a title is that of its reviews that are shown; a review is named after its title and its reader.
 */
export function ratingsMeet({ all, titles, readers }: Index, fault: Fault): void {
  const sums = new Map<string, { count: number; sum: number; stars: number[] }>();
  for (const { _id, titleId, readerId, rating, status, reported } of all.reviews ?? []) {
    const name = `review ${_id}`;
    fault(_id !== `${titleId}_${readerId}`, `${name}: its name is not title and reader`);
    fault(!titles.has(titleId), `${name}: its title does not exist`);
    fault(!readers.has(readerId), `${name}: its reader does not exist`);
    fault(reported && status !== 'shown', `${name}: reported, but ${status}`);
    if (status !== 'shown') continue;
    const sum = sums.get(titleId) ?? { count: 0, sum: 0, stars: [0, 0, 0, 0, 0] };
    sum.count += 1;
    sum.sum += rating;
    sum.stars[rating - 1] = (sum.stars[rating - 1] ?? 0) + 1;
    sums.set(titleId, sum);
  }
  for (const { _id, count, sum, stars } of all.titleRatings ?? []) {
    const shown = sums.get(_id) ?? { count: 0, sum: 0, stars: [0, 0, 0, 0, 0] };
    sums.delete(_id);
    const same = count === shown.count && sum === shown.sum && String(stars) === String(shown.stars);
    fault(
      !same,
      `rating of ${_id}: ${count} with ${sum}, its shown reviews say ${shown.count} with ${shown.sum}`,
    );
  }
  for (const titleId of sums.keys()) fault(true, `rating of ${titleId}: is missing`);
}

export function messagesMeet({ all, notices }: Index, fault: Fault): void {
  for (const message of all.outbox ?? []) {
    fault(!notices.has(message._id), `message ${message._id}: no notice tells the same`);
  }
  for (const { _id, balance } of all.subscriptions ?? [])
    fault(balance < 0, `subscription ${_id}: balance ${balance}`);
}
