import type { Action } from '../../../typings/contract';
import type { Marks } from './people';

/**
 * Who may read which personal field of whom. Of oneself and of one's family everybody reads everything, so
 * only what is of others stands here; an action that is not here shows nobody anything of others.
 */
export const SHOWS_OF_OTHERS: Partial<Record<Action, readonly (keyof Marks)[]>> = {
  'desk.checkOut': ['name'],
  'desk.checkIn': ['name'],
  'desk.log': ['name', 'card'],
  'desk.queue': ['name'],
  'desk.moveHold': ['name'],
  'desk.recall': ['name'],
  'desk.placeHold': ['name'],
  'desk.overdue': ['name'],
  'desk.holdShelf': ['name'],
  'desk.transit': ['name'],
  'desk.toFetch': ['name'],
  'desk.item': ['name'],
  'desk.conflicts': ['name'],
  'desk.declareLost': ['name'],
  'desk.damage': ['name'],
  'desk.setItem': ['name'],
  'desk.renew': ['name'],
  'desk.claimReturned': ['name'],
  'desk.replay': ['name'],
  'fees.pay': ['name'],
  'fees.payDeposit': ['name'],
  'fees.returnDeposit': ['name'],
  'fees.receipt': ['name'],
  'fees.owing': ['name', 'card'],
  'fees.account': ['name', 'card'],
  'fees.charge': ['name', 'card'],
  'fees.credit': ['name', 'card'],
  'fees.waive': ['name', 'card'],
  'fees.refund': ['name', 'card'],
  'desk.findReaders': ['name', 'card'],
  'desk.reader': ['name', 'card', 'born'],
  'desk.applications': ['name', 'phone', 'born'],
};
