import { loads } from '../../../../lib/screen/loads';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { servicesView } from '../../services-view';

const services = loads('figureDesk.services', servicesView);

/** How the collection is used, how long readers wait, and what to buy. */
Page(screen([wide, services, opensTitle], {}));
