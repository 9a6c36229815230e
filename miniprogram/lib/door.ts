/** Features whose operations are for staff; the staff door looks the caller up. */
const STAFF_FEATURES = ['desk', 'fees', 'rules', 'stocktake'];

/** Which of the two doors answers an action. */
export const doorOf = (action: string): 'staff' | 'reader' =>
  STAFF_FEATURES.includes(action.split('.')[0] ?? '') ? 'staff' : 'reader';
