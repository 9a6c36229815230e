export type StaffRole =
  'circulation' | 'cataloguer' | 'events' | 'reference' | 'content' | 'manager' | 'director';
