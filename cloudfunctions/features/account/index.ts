import type { AccountApi } from '../../../typings/contract/account';
import type { OperationsOf } from '../../kernel/operation';
import { apply } from './apply';
import { card } from './card';
import { link } from './link';
import { logOut } from './log-out';
import { me } from './me';
import { setTopic } from './set-topic';

export const account: OperationsOf<AccountApi> = {
  'account.me': me,
  'account.apply': apply,
  'account.link': link,
  'account.card': card,
  'account.setTopic': setTopic,
  'account.logOut': logOut,
};
