/** Features whose operations are for staff; the staff door looks the caller up. */
const STAFF_FEATURES = [
  'desk',
  'fees',
  'rules',
  'stocktake',
  'cataloguing',
  'imports',
  'listDesk',
  'resourceDesk',
  'reviewDesk',
];

export type DoorName = 'staff' | 'finder' | 'reader';

/** Which door answers an action. Search has its own: it keeps the index in memory. */
export const doorOf = (action: string): DoorName => {
  const [feature = ''] = action.split('.');
  if (STAFF_FEATURES.includes(feature)) return 'staff';
  return feature === 'search' ? 'finder' : 'reader';
};
