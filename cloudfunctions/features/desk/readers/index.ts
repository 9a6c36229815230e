import { applications } from './applications';
import { changeReader } from './change-reader';
import { decideApplication } from './decide-application';
import { find } from './find';
import { endGuardianship, setGuardian } from './guardian';
import { newCard } from './new-card';
import { replaceCard } from './replace-card';
import { show } from './show';

export const readers = [
  show,
  find,
  applications,
  decideApplication,
  newCard,
  replaceCard,
  changeReader,
  setGuardian,
  endGuardianship,
] as const;
