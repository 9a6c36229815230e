import type { DeskApi } from '../../../../typings/contract/desk';
import type { StaffContext } from '../../../kernel/context';
import type { OperationsOf } from '../../../kernel/operation';
import { claimReturned } from './claim-returned';
import { damage } from './damage';
import { declareLost } from './declare-lost';
import { item } from './item';
import { setItem } from './set-item';

type Copies = 'desk.item' | 'desk.claimReturned' | 'desk.declareLost' | 'desk.damage' | 'desk.setItem';

export const copies: OperationsOf<Pick<DeskApi, Copies>, StaffContext> = {
  'desk.item': item,
  'desk.claimReturned': claimReturned,
  'desk.declareLost': declareLost,
  'desk.damage': damage,
  'desk.setItem': setItem,
};
