import type { DeliveryDocument } from '../../cloudfunctions/documents';

const AT = '2026-11-20T02:00:00.000Z';

/** An article that was asked for two days ago. */
export const aDelivery = (given: Partial<DeliveryDocument> = {}): DeliveryDocument => ({
  _id: 'delivery-1',
  readerId: 'reader-an',
  kind: 'article',
  wanted: {
    title: '宋代点茶器具考',
    author: '沈冬梅',
    within: '农业考古',
    year: '2019',
    volume: '12(2)',
    pages: '45-52',
    isbn: '',
    doi: '',
    note: '',
  },
  state: 'asked',
  since: AT,
  askedAt: AT,
  statement: { version: '2026-11-28', at: AT },
  talkId: '',
  takenBy: '',
  takenByName: '',
  sources: [],
  cost: 0,
  agreed: null,
  file: null,
  loan: null,
  unfilled: null,
  toldLate: false,
  endedAt: '',
  steps: [{ act: 'ask', at: AT, by: '' }],
  ...given,
});
