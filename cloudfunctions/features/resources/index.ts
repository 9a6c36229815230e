import type { ResourceDeskApi, ResourcesApi } from '../../../typings/contract/resources';
import type { StaffContext } from '../../kernel/context';
import type { OperationsOf } from '../../kernel/operation';
import { exchange, remove, save, show } from './editing';
import { deskGet, deskList, get, list } from './reading';

export const resources: OperationsOf<ResourcesApi> = { 'resources.list': list, 'resources.get': get };

export const resourceDesk: OperationsOf<ResourceDeskApi, StaffContext> = {
  'resourceDesk.list': deskList,
  'resourceDesk.get': deskGet,
  'resourceDesk.save': save,
  'resourceDesk.show': show,
  'resourceDesk.exchange': exchange,
  'resourceDesk.remove': remove,
};
