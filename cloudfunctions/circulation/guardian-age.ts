/** Under this age a guardian is needed (the law asks for a guardian's consent). */
export const GUARDIAN_AGE = 14;
