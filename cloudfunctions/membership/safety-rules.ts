import type { SafetyRules } from '../../typings/contract/safety';
import type { Library } from '../documents';

/** What holds where a library has decided nothing. */
const DEFAULTS: SafetyRules = {
  deskAccepts: 'number',
  asksAgain: { on: true, minutes: 5 },
  keyDays: 30,
};

export const safetyRules = ({ safety }: Pick<Library, 'safety'>): SafetyRules => safety ?? DEFAULTS;
