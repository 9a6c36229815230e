import { operationsOf } from '../../kernel/operation';
import { apply } from './apply';
import { card } from './card';
import { close } from './close';
import { consent, consents } from './consents';
import { exportAll } from './export';
import { answerGuardian, askGuardian, endGuardianship } from './guardian';
import { family } from './family';
import { kept } from './kept';
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

export const account = operationsOf('account', [
  me,
  apply,
  link,
  card,
  setTopic,
  logOut,
  family,
  answerGuardian,
  askGuardian,
  endGuardianship,
  linkAnother,
  switchTo,
  unlink,
  setPreferences,
  setPassword,
  setPhone,
  lines,
  looks,
  kept,
  consents,
  consent,
  exportAll,
  close,
]);
