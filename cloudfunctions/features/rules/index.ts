import { operationsOf } from '../../kernel/operation';
import { calendar, openDay, saveHours } from './calendar';
import { closeDays, closures, previewClosure, undoClosure } from './closing';
import { jobs } from './jobs';
import { policies, removePolicy, savePolicy } from './policies';
import { published } from './published';
import { saveStaff, staff } from './staff';
import { tryRules } from './try';

export const rules = operationsOf('rules', [
  policies,
  published,
  savePolicy,
  removePolicy,
  tryRules,
  calendar,
  saveHours,
  openDay,
  previewClosure,
  closeDays,
  undoClosure,
  closures,
  staff,
  saveStaff,
  jobs,
]);
