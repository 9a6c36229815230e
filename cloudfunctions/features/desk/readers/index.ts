import type { DeskApi } from '../../../../typings/contract/desk';
import type { StaffContext } from '../../../kernel/context';
import type { OperationsOf } from '../../../kernel/operation';
import { applications } from './applications';
import { changeReader } from './change-reader';
import { decideApplication } from './decide-application';
import { find } from './find';
import { newCard } from './new-card';
import { replaceCard } from './replace-card';
import { show } from './show';

type Readers =
  | 'desk.reader'
  | 'desk.findReaders'
  | 'desk.applications'
  | 'desk.decideApplication'
  | 'desk.newCard'
  | 'desk.replaceCard'
  | 'desk.changeReader';

export const readers: OperationsOf<Pick<DeskApi, Readers>, StaffContext> = {
  'desk.reader': show,
  'desk.findReaders': find,
  'desk.applications': applications,
  'desk.decideApplication': decideApplication,
  'desk.newCard': newCard,
  'desk.replaceCard': replaceCard,
  'desk.changeReader': changeReader,
};
