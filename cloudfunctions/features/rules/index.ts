import type { RulesApi } from '../../../typings/contract/rules';
import type { StaffContext } from '../../kernel/context';
import type { OperationsOf } from '../../kernel/operation';
import { calendar, openDay, saveHours } from './calendar';
import { closeDays, closures, previewClosure, undoClosure } from './closing';
import { jobs } from './jobs';
import { policies, removePolicy, savePolicy } from './policies';
import { saveStaff, staff } from './staff';
import { tryRules } from './try';

export const rules: OperationsOf<RulesApi, StaffContext> = {
  'rules.policies': policies,
  'rules.savePolicy': savePolicy,
  'rules.removePolicy': removePolicy,
  'rules.try': tryRules,
  'rules.calendar': calendar,
  'rules.saveHours': saveHours,
  'rules.openDay': openDay,
  'rules.previewClosure': previewClosure,
  'rules.closeDays': closeDays,
  'rules.undoClosure': undoClosure,
  'rules.closures': closures,
  'rules.staff': staff,
  'rules.saveStaff': saveStaff,
  'rules.jobs': jobs,
};
