import { writeFileSync } from 'node:fs';
import { POLICIES_PAGE, policiesPage } from './policies-page';

/** Writes what of the documents is made from the code. A test holds that it was run. */
writeFileSync(POLICIES_PAGE, policiesPage().due);
