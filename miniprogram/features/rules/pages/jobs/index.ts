import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { runDays } from '../../jobs-view';

const jobs = loads('rules.jobs', ({ list }, today) => ({ days: runDays(list, today) }));

Page(screen([wide, jobs], {}));
