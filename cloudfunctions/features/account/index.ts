import type { AccountApi } from '../../../typings/contract/account';
import type { OperationsOf } from '../../kernel/operation';
import { apply } from './apply';
import { card } from './card';
import { close } from './close';
import { consent, consents } from './consents';
import { exportAll } from './export';
import { family } from './family';
import { lines } from './lines';
import { link, linkAnother } from './link';
import { logOut } from './log-out';
import { looks } from './looks';
import { me } from './me';
import { setPassword } from './set-password';
import { setPhone } from './set-phone';
import { setPreferences } from './set-preferences';
import { setTopic } from './set-topic';
import { switchTo } from './switch-to';
import { unlink } from './unlink';

export const account: OperationsOf<AccountApi> = {
  'account.me': me,
  'account.apply': apply,
  'account.link': link,
  'account.card': card,
  'account.setTopic': setTopic,
  'account.logOut': logOut,
  'account.family': family,
  'account.linkAnother': linkAnother,
  'account.switchTo': switchTo,
  'account.unlink': unlink,
  'account.setPreferences': setPreferences,
  'account.setPassword': setPassword,
  'account.setPhone': setPhone,
  'account.lines': lines,
  'account.looks': looks,
  'account.consents': consents,
  'account.consent': consent,
  'account.export': exportAll,
  'account.close': close,
};
