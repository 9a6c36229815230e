import { createHash } from 'node:crypto';
import {
  CHILD_VERSION,
  childText,
  HISTORY_VERSION,
  historyText,
  PRIVACY_VERSION,
  privacyText,
} from './texts';

/**
 * What was agreed to stands in the log of consents by its version alone: other words under the same version
 * would make readers agree to what they never read. New words take a new version, and a new line here.
 */
const printOf = (text: unknown): string =>
  createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 12);

test.each([
  ['privacy', PRIVACY_VERSION, privacyText, '2026-11-28 f49d71b89e87'],
  ['children', CHILD_VERSION, childText, '2026-11-28 33c4bc38a5e8'],
  ['history', HISTORY_VERSION, historyText, '2026-11-01 3a5f1f938063'],
])('the text on %s is the one of its version', (_what, version, text, known) => {
  expect(`${version} ${printOf(text)}`).toBe(known);
});
